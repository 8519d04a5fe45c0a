#include "widgets/ScopeLinesEdit.h"

#include "analysis/Inspection.h"

#include <QMimeData>
#include <QRegularExpression>

namespace scopes {

using namespace Qt::StringLiterals;

ScopeLinesEdit::ScopeLinesEdit(CatalogPointer catalog, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_catalog(std::move(catalog))
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
}

void ScopeLinesEdit::setScopes(const QStringList& names)
{
    setPlainText(names.join(u'\n'));
}

QStringList ScopeLinesEdit::scopes() const
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    QStringList names = toPlainText().split(between, Qt::SkipEmptyParts);
    names.removeDuplicates();
    return names;
}

void ScopeLinesEdit::addScopes(const QStringList& names)
{
    QStringList all = scopes() + names;
    all.removeDuplicates();
    setScopes(all);
}

bool ScopeLinesEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return source != nullptr && source->hasText() && !source->hasUrls();
}

void ScopeLinesEdit::insertFromMimeData(const QMimeData* source)
{
    constexpr qsizetype longest = qsizetype{1024} * 1024;
    const QString text = source->text().left(longest);
    const QStringList found = inspect(text, *m_catalog).scopes();
    // A piece of a name holds no scope, and is what it is.
    if (found.isEmpty())
        QPlainTextEdit::insertFromMimeData(source);
    else
        addScopes(found);
}

} // namespace scopes
