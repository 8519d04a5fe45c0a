#include "widgets/ScopeLinesEdit.h"

#include "analysis/Inspection.h"
#include "analysis/StatedScopes.h"

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
    // A piece of a name is what it is.
    const bool isPiece = std::none_of(text.begin(), text.end(), [](QChar unit) { return unit == u',' || unit.isSpace(); });
    const QStringList found = isPiece ? inspect(text, *m_catalog).scopes() : statedScopes(text, *m_catalog);
    if (found.isEmpty())
        QPlainTextEdit::insertFromMimeData(source);
    else
        addScopes(found);
}

} // namespace scopes
