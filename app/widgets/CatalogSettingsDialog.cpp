#include "widgets/CatalogSettingsDialog.h"

#include "document/VisibleText.h"
#include "models/ProviderNotes.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"
#include "widgets/SaveButtons.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// What the catalog itself has for a setting, and from where.
SourcedValue inCatalog(const Provider& provider, const QString& id)
{
    if (id == "separator"_L1)
        return provider.separator;
    if (id == "scopeParameter"_L1)
        return provider.scopeParameter;
    if (id == "clientParameter"_L1)
        return provider.clientParameter;
    if (id == "tokenEndpoint"_L1)
        return provider.tokenEndpoint;
    for (const AuthorizationEndpoint& endpoint : provider.authorizationEndpoints) {
        if (endpoint.isCurrent)
            return {endpoint.url, endpoint.note, endpoint.source};
    }
    return {};
}

QString withCapital(const QString& text)
{
    return text.left(1).toUpper() + text.mid(1);
}

} // namespace

CatalogSettingsDialog::CatalogSettingsDialog(
    const CatalogPointer& base, Overlay overlay, const QString& place, QString today, QWidget* parent)
    : SavingDialog(parent)
    , m_base(base)
    , m_overlay(std::move(overlay))
    , m_today(std::move(today))
    , m_problem(new NoteLabel(this))
{
    setWindowTitle(tr("Catalog Settings"));
    auto* const about = new NoteLabel(this);
    about->setNote(tr("What the catalog “%1” does not say of its provider can be set here. It is then shown as set by you, "
                      "never as the provider’s word.")
                       .arg(visibleText(base->name(), 100)));
    auto* const rows = new QWidget;
    auto* const grid = new QGridLayout(rows);
    grid->setContentsMargins({});
    grid->setColumnStretch(1, 1);
    for (const OverlaySetting& setting : overlaySettings())
        addRow(*grid, setting);
    auto* const where = new NoteLabel(this);
    where->setNote(tr("Kept in %1, apart from the catalog; the command line reads it too.").arg(visibleText(place, 300)));
    auto* const buttons = saveButtons(*this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_problem->setAccessibleName(tr("What is wrong"));
    // In a large font the rows are more than a screen has room for.
    auto* const scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // its rows have it
    scroll->setWidget(rows);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(scroll, 1);
    layout->addWidget(where);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    check();
    m_rows.front().choice->setFocus();
    const QSize room = screen()->availableSize() * 9 / 10;
    const int width = std::min(46 * fontMetrics().height(), room.width());
    setMinimumWidth(width);
    const QMargins margins = layout->contentsMargins();
    const int beside = margins.left() + margins.right() + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const int others = layout->totalHeightForWidth(width) - scroll->sizeHint().height();
    resize(width, std::min(room.height(), others + rows->layout()->totalHeightForWidth(width - beside)));
}

void CatalogSettingsDialog::addRow(QGridLayout& grid, const OverlaySetting& setting)
{
    Row row;
    row.setting = setting;
    const SourcedValue known = inCatalog(m_base->provider(), setting.id);
    row.base = known.value.empty() ? setting.standard : toQString(known.value);
    const auto own = m_overlay.settings.find(setting.id);
    const bool isOwn = own != m_overlay.settings.end();
    const QString value = isOwn ? own->second.text : row.base;
    QWidget* field = nullptr;
    if (setting.id == "separator"_L1) {
        field = row.choice = new NamedComboBox;
        fillSeparators(*row.choice, value);
        row.choice->setFocusPolicy(Qt::StrongFocus); // a wheel turned over it scrolls the rows
    } else {
        field = row.edit = new QLineEdit;
        row.edit->setPlaceholderText(tr("unknown"));
    }
    field->setAccessibleName(setting.name);
    row.isOwn = new QCheckBox(tr("Set it myself"));
    row.isOwn->setAccessibleName(tr("Set myself: %1").arg(setting.name));
    row.isOwn->setChecked(isOwn);
    row.source = new NoteLabel(this);
    // Its name is what it says.
    row.source->setAccessibleDescription(tr("Source: %1").arg(setting.name));
    auto* const label = new QLabel(tr("%1:").arg(setting.name));
    label->setBuddy(field);
    const int line = grid.rowCount();
    grid.addWidget(label, line, 0);
    grid.addWidget(field, line, 1);
    grid.addWidget(row.isOwn, line, 2);
    grid.addWidget(row.source, line + 1, 1, 1, 2);
    showValue(row, value);
    const std::size_t number = m_rows.size();
    m_rows.push_back(row);
    connect(row.isOwn, &QCheckBox::toggled, this, [this, number](bool isOwnNow) {
        if (!isOwnNow)
            showValue(m_rows[number], m_rows[number].base);
        check();
    });
    const auto takeAsOwn = [this, number] {
        if (const Row& edited = m_rows[number]; valueOf(edited) != edited.base)
            edited.isOwn->setChecked(true);
        check();
    };
    if (row.choice != nullptr)
        connect(row.choice, &QComboBox::currentIndexChanged, this, takeAsOwn);
    else
        connect(row.edit, &QLineEdit::textChanged, this, takeAsOwn);
}

void CatalogSettingsDialog::fillSeparators(QComboBox& choice, const QString& now)
{
    const std::pair<QString, QString> names[] = {// NOLINT(modernize-avoid-c-arrays): its size follows from it
        {u" "_s, withCapital(separatorName(u" "_s))}, {u","_s, withCapital(separatorName(u","_s))}, {u"+"_s, tr("Plus sign (+)")},
        {u";"_s, tr("Semicolon (;)")}, {u"|"_s, tr("Vertical bar (|)")}, {u"\n"_s, withCapital(separatorName(u"\n"_s))}};
    for (const auto& [value, name] : names)
        choice.addItem(name, value);
    if (!now.isEmpty() && choice.findData(now) < 0)
        choice.addItem(visibleText(now, 20), now);
}

void CatalogSettingsDialog::showValue(const Row& row, const QString& value)
{
    if (row.choice != nullptr) {
        row.choice->setCurrentIndex(row.choice->findData(value));
    } else {
        row.edit->setText(value);
        row.edit->setCursorPosition(0); // an address that is cut off is known by its beginning
    }
}

QString CatalogSettingsDialog::valueOf(const Row& row) const
{
    return row.choice != nullptr ? row.choice->currentData().toString() : row.edit->text().trimmed();
}

QString CatalogSettingsDialog::sourceOf(const Row& row) const
{
    const SourcedValue known = inCatalog(m_base->provider(), row.setting.id);
    const bool isDocumented = m_base->isDocumented(known);
    if (row.isOwn->isChecked()) {
        const auto before = m_overlay.settings.find(row.setting.id);
        const bool isSame = before != m_overlay.settings.end() && before->second.text == valueOf(row);
        QString mine = tr("Set by you, %1.").arg(isSame ? before->second.date : m_today);
        if (!isDocumented)
            return mine;
        const QString documented = row.choice != nullptr ? separatorName(row.base) : visibleText(row.base, 200);
        return tr("%1 It stands in place of what is documented: %2 (%3).")
            .arg(mine, documented, sourceText(*m_base, known.source));
    }
    if (isDocumented)
        return tr("Documented: %1.").arg(sourceText(*m_base, known.source));
    return row.setting.standard.isEmpty() ? tr("Not documented: unknown.")
                                          : tr("Not documented; this is OAuth 2’s: %1.").arg(row.setting.section);
}

void CatalogSettingsDialog::check()
{
    if (m_save == nullptr)
        return;
    QString problem;
    for (const Row& row : m_rows) {
        const bool isOwn = row.isOwn->isChecked();
        const QString source = sourceOf(row);
        row.source->setNote(source);
        // Else the placeholder would be told, 'unknown', also of what is known.
        if (row.choice == nullptr)
            row.edit->setAccessibleDescription(source);
        if (const QString wrong = isOwn ? settingProblem(row.setting.id, valueOf(row)) : QString();
            problem.isEmpty() && !wrong.isEmpty())
            problem = tr("%1: %2").arg(row.setting.name, wrong);
    }
    m_problem->setNote(problem);
    m_save->setEnabled(problem.isEmpty());
}

Overlay CatalogSettingsDialog::overlay() const
{
    Overlay after = m_overlay;
    for (const Row& row : m_rows) {
        const auto before = m_overlay.settings.find(row.setting.id);
        if (!row.isOwn->isChecked()) {
            after.settings.erase(row.setting.id);
        } else if (before == m_overlay.settings.end() || before->second.text != valueOf(row)) {
            OwnText& setting = after.settings[row.setting.id];
            setting.text = valueOf(row);
            setting.date = m_today;
        }
    }
    return after;
}

} // namespace scopes
