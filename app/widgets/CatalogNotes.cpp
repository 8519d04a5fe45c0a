#include "widgets/CatalogNotes.h"

#include "document/VisibleText.h"
#include "widgets/NoteLabel.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString placeOf(const Problem& note)
{
    return note.line > 0 ? CatalogNotes::tr("%1:%2").arg(note.line).arg(note.column) : QString();
}

QString introduction(const QString& catalog, const QString& path, const Problems& notes)
{
    const QString name = visibleText(catalog, 200);
    if (path.isEmpty())
        return CatalogNotes::tr("%1 is built into the program; nothing in it is odd.").arg(name);
    if (notes.empty())
        return CatalogNotes::tr("Nothing was odd when %1 was read from %2.").arg(name, visibleText(path, 300));
    return CatalogNotes::tr("What was odd when %1 was read from %2. None of it kept the catalog from being read.")
        .arg(name, visibleText(path, 300));
}

/// Makes rows as high as their texts need when these are wrapped at the width of their columns.
class WrappedRows : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* const list = qobject_cast<const QTreeView*>(option.widget);
        QStyleOptionViewItem item(option);
        item.rect = QRect(0, 0, list->columnWidth(index.column()), option.fontMetrics.height());
        item.features |= QStyleOptionViewItem::WrapText;
        return QStyledItemDelegate::sizeHint(item, index);
    }
};

/// With places where a long pointer may go on in the next line.
QString wrappable(QString pointer)
{
    return pointer.replace(u'/', u"\u200B/"_s).replace(u"~1"_s, u"\u200B~1"_s);
}

QTreeWidget* listOf(const Problems& notes)
{
    auto* list = new QTreeWidget;
    list->setAccessibleName(CatalogNotes::tr("Notes on the catalog"));
    list->setHeaderLabels({CatalogNotes::tr("Line"), CatalogNotes::tr("Note"), CatalogNotes::tr("Where in the document")});
    list->setRootIsDecorated(false);
    list->setWordWrap(true);
    list->setAlternatingRowColors(true);
    for (const Problem& note : notes) {
        auto* row = new QTreeWidgetItem(
            list, {placeOf(note), visibleText(note.message, 2000), wrappable(visibleText(note.pointer, 500))});
        for (int column = 0; column < row->columnCount(); ++column)
            row->setTextAlignment(column, Qt::AlignTop);
    }
    list->setItemDelegate(new WrappedRows(list));
    QObject::connect(list->header(), &QHeaderView::sectionResized, list, &QTreeWidget::doItemsLayout, Qt::QueuedConnection);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    const int letter = list->fontMetrics().averageCharWidth();
    list->header()->resizeSection(2, 32 * letter);
    if (list->topLevelItemCount() > 0)
        list->setCurrentItem(list->topLevelItem(0));
    return list;
}

} // namespace

CatalogNotes::CatalogNotes(const QString& catalog, const QString& path, const Problems& notes, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Notes on This Catalog"));
    auto* const layout = new QVBoxLayout(this);
    auto* const text = new NoteLabel(this);
    text->setNote(introduction(catalog, path, notes));
    layout->addWidget(text);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    if (!notes.empty()) {
        layout->addWidget(listOf(notes), 1);
        auto* const copy = buttons->addButton(tr("&Copy All"), QDialogButtonBox::ActionRole);
        copy->setAccessibleName(tr("Copy all notes"));
        copy->setAutoDefault(false);
        const QString all = toString(notes, path, static_cast<int>(notes.size()));
        connect(copy, &QPushButton::clicked, this, [all] { QGuiApplication::clipboard()->setText(all); });
        const int line = fontMetrics().height();
        resize(48 * line, 26 * line);
    }
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace scopes
