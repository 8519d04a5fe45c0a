#include "analysis/LineForms.h"

#include "analysis/OneOfChars.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace scopes {

LineForms::LineForms(QStringView text)
{
    for (const QStringView& whole : text.split(u'\n')) {
        const QStringView line = whole.trimmed();
        if (!line.isEmpty())
            add(line);
    }
}

void LineForms::add(QStringView line)
{
    if (line.startsWith(u'#'))
        return;
    ++m_lines;
    if (line.endsWith(u',')) // of a program or of JSON
        return;
    const bool isItem = line.startsWith(u"- ");
    const QStringView rest = isItem ? line.mid(2).trimmed() : line;
    const auto isName = [](QChar unit) { return unit.isLetterOrNumber() || isOneOfChars(unit, u"_.-/$\"'"); };
    const qsizetype end = std::find_if_not(rest.begin(), rest.end(), isName) - rest.begin();
    const QStringView name = rest.left(end);
    const bool isNamed =
        end > 0 && rest[0] != u'"' && end < rest.size() && rest[end] == u':' && (end + 1 == rest.size() || rest[end + 1] == u' ');
    m_settings += end < rest.size() && end > 0 && rest[end] == u'=' && name == name.toString().toUpper() ? 1 : 0;
    m_yaml += isNamed || isItem ? 1 : 0;
    m_names += isNamed ? 1 : 0;
    m_lists += isNamed && (end + 1 == rest.size() || (rest.mid(end + 2).startsWith(u'[') && rest.endsWith(u']'))) ? 1 : 0;
}

} // namespace scopes
