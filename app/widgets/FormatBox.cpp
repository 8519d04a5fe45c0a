#include "widgets/FormatBox.h"

#include "models/ProviderNotes.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"

#include <QLabel>
#include <QResizeEvent>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <utility>

namespace scopes {

namespace {

QStandardItem* headingItem(const QString& text, const QFont& like)
{
    auto* const item = new QStandardItem(text); // the model takes it
    item->setFlags(Qt::NoItemFlags);
    QFont font = like;
    font.setBold(true);
    item->setFont(font);
    return item;
}

} // namespace

FormatBox::FormatBox(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_label(new QLabel(tr("For&mat:")))
    , m_formats(new NamedComboBox)
    , m_note(new NoteLabel)
    , m_source(new NoteLabel)
{
    // It may be narrower than its texts: the list that opens shows them in full, and so does the tooltip.
    constexpr int fewestCharacters = 8;
    m_formats->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_formats->setMinimumContentsLength(fewestCharacters);
    m_formats->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_formats->setAccessibleName(tr("Format"));

    m_label->setBuddy(m_formats);
    m_row->addWidget(m_label);
    m_row->addWidget(m_formats, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(m_row);
    layout->addWidget(m_note);
    layout->addWidget(m_source);
    QFont small = m_source->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_source->setFont(small);

    connect(m_formats, &QComboBox::activated, this, &FormatBox::choose);
    connect(&workspace, &Workspace::formatChanged, this, &FormatBox::showChosen);
    connect(&workspace, &Workspace::catalogChanged, this, &FormatBox::fill);
    fill();
}

void FormatBox::fill()
{
    m_formats->clear();
    auto* const model = qobject_cast<QStandardItemModel*>(m_formats->model());
    const ScopeCatalog& catalog = m_workspace.catalog();
    const ScopeFormat* before = nullptr;
    for (const ScopeFormat& format : scopeFormats()) {
        if (before == nullptr || before->group != format.group)
            model->appendRow(headingItem(title(format.group), font()));
        before = &format;
        m_formats->addItem(formatTitle(catalog, format.id, m_workspace.providersFormatId()), format.id);
    }
    m_formats->setMaxVisibleItems(m_formats->count());
    showChosen();
}

void FormatBox::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_hasWidth = true;
    arrange();
}

/// The label stands above the formats where it would leave them too little room. Wrapped texts keep the height they need.
void FormatBox::arrange()
{
    if (!m_hasWidth)
        return;
    const int text = fontMetrics().horizontalAdvance(m_formats->currentText());
    const int frame = m_formats->sizeHint().width() - fontMetrics().horizontalAdvance(u'X') * m_formats->minimumContentsLength();
    const bool isBeside = m_label->sizeHint().width() + m_row->spacing() + text + frame + 8 <= width();
    constexpr int mostLetters = 30;
    m_formats->setMinimumWidth(std::min(text, mostLetters * fontMetrics().averageCharWidth()) + frame);
    m_row->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    setMinimumHeight(layout()->heightForWidth(width()));
}

void FormatBox::setBrief(bool isBrief)
{
    if (std::exchange(m_isBrief, isBrief) != isBrief)
        showChosen();
}

void FormatBox::choose(int row)
{
    m_workspace.setFormat(m_formats->itemData(row).toString());
}

void FormatBox::showChosen()
{
    m_formats->setCurrentIndex(m_formats->findData(m_workspace.formatId()));
    const FormatNote note = formatNote(m_workspace.catalog(), m_workspace.formatId());
    m_note->setNote(note.text);
    m_sourceText = note.source.isEmpty() ? QString() : tr("Source: %1").arg(note.source);
    m_source->setNote(m_isBrief ? QString() : m_sourceText);
    setPlainToolTip(*m_note, m_isBrief && note.more.isEmpty() ? m_sourceText : note.more);
    setPlainToolTip(*m_source, note.more);
    m_formats->setAccessibleDescription(note.text);
    m_formats->setToolTip(toolTipText(m_formats->currentText()));
    arrange();
}

} // namespace scopes
