#include "widgets/OpeningPanel.h"

#include "document/VisibleText.h"

#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace scopes {

OpeningPanel::OpeningPanel(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel Reading"), this))
    , m_scopes(new QTreeWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(tr("Progress of reading the catalog"));
    m_cancel->setAutoDefault(false);
    m_cancel->setToolTip(tr("The catalog that is open stays."));
    m_scopes->setAccessibleName(tr("First scopes of the file"));
    m_scopes->setHeaderLabels({tr("First scopes of the file"), tr("Definition")});
    m_scopes->setRootIsDecorated(false);
    m_scopes->setUniformRowHeights(true);
    m_scopes->setAllColumnsShowFocus(true);

    auto* const top = new QHBoxLayout;
    top->addWidget(m_text, 1);
    top->addWidget(m_progress);
    top->addWidget(m_cancel);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->addLayout(top);
    column->addWidget(m_scopes);
    connect(m_cancel, &QPushButton::clicked, this, &OpeningPanel::cancelled);
    hide();
}

void OpeningPanel::begin(const QString& fileName)
{
    m_text->setText(tr("Reading %1. Until it has been read, the open catalog stays.").arg(fileName));
    setAccessibleName(m_text->text());
    m_progress->setValue(0);
    m_scopes->clear();
    m_scopes->hide();
    m_scopes->header()->resizeSection(0, 22 * fontMetrics().height());
    show();
}

void OpeningPanel::showShare(double share)
{
    m_progress->setValue(static_cast<int>(share * 100));
}

void OpeningPanel::showScopes(const std::vector<ScopePreview>& scopes)
{
    constexpr int longest = 300;
    QList<QTreeWidgetItem*> rows;
    for (const ScopePreview& scope : scopes)
        rows += new QTreeWidgetItem({visibleText(scope.name, longest), visibleText(scope.definition, longest)});
    m_scopes->addTopLevelItems(rows);
    if (rows.isEmpty())
        return;
    // Whole rows, and room for what is open.
    constexpr int mostRows = 8;
    const int height = m_scopes->sizeHintForRow(0);
    const int fitting = qBound(2, window()->height() / 5 / height, mostRows);
    m_scopes->setFixedHeight(m_scopes->header()->sizeHint().height() + fitting * height + 2 * m_scopes->frameWidth());
    m_scopes->show();
}

} // namespace scopes
