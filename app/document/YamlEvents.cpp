#include "document/YamlEvents.h"

#include "document/Document.h"
#include "document/VisibleText.h"

#include <QCoreApplication>

#include <algorithm>
#include <new>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("YamlParser", text);
}

bool continuesCodePoint(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// True if white space with a tab in it begins the line, which is counted from 0.
bool isIndentedByTab(QByteArrayView source, std::size_t line)
{
    qsizetype start = 0;
    for (; line > 0; --line) {
        const qsizetype end = source.indexOf('\n', start);
        if (end < 0)
            return false;
        start = end + 1;
    }
    while (start < source.size() && source[start] == ' ')
        ++start;
    return start < source.size() && source[start] == '\t';
}

/// What may help against a problem that libyaml tells in the words of its grammar; empty if there is nothing to say.
QString hint(std::string_view problem)
{
    if (problem == "mapping values are not allowed in this context")
        return tr("Is the line indented wrongly, or does a text that holds a colon and a space lack quotation marks?");
    if (problem == "did not find expected <document start>")
        return tr("Is the line indented less than the first one?");
    return {};
}

} // namespace

YamlEvents::YamlEvents(QByteArrayView source, const ReadingProgress& progress)
    : m_source(source)
    , m_progress(progress)
    , m_isAscii(std::none_of(source.begin(), source.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80U; }))
{
    if (yaml_parser_initialize(&m_parser) == 0)
        throw std::bad_alloc();
    // Without this, libyaml would take the first bytes for a hint of UTF-16.
    yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input(&m_parser, give, this);
}

YamlEvents::~YamlEvents()
{
    yaml_event_delete(&m_event);
    yaml_parser_delete(&m_parser);
}

/// Hands libyaml the next piece of the text, of some kilobytes, as it wants it (yaml_read_handler_t): 1 for success.
int YamlEvents::give(void* events, unsigned char* buffer, std::size_t size, std::size_t* given)
{
    auto& self = *static_cast<YamlEvents*>(events);
    const qsizetype all = self.m_source.size();
    if (!goesOn(self.m_progress, static_cast<double>(self.m_given) / static_cast<double>(all + 1))) {
        self.m_isStopped = true;
        return 0;
    }
    *given = std::min(size, static_cast<std::size_t>(all - self.m_given));
    std::copy_n(self.m_source.data() + self.m_given, *given, buffer);
    self.m_given += static_cast<qsizetype>(*given);
    return 1;
}

bool YamlEvents::next()
{
    yaml_event_delete(&m_event);
    return yaml_parser_parse(&m_parser, &m_event) != 0;
}

std::size_t YamlEvents::offset()
{
    const std::size_t wanted = m_event.start_mark.index;
    if (m_isAscii)
        return wanted;
    const auto size = static_cast<std::size_t>(m_source.size());
    const char* const text = m_source.data();
    while (m_characters < wanted && m_bytes < size) {
        do
            ++m_bytes;
        while (m_bytes < size && continuesCodePoint(text[m_bytes]));
        ++m_characters;
    }
    while (m_characters > wanted && m_bytes > 0) {
        do
            --m_bytes;
        while (m_bytes > 0 && continuesCodePoint(text[m_bytes]));
        --m_characters;
    }
    return m_bytes;
}

Problem YamlEvents::problem() const
{
    if (m_parser.error == YAML_MEMORY_ERROR)
        return Problem::error(tr("There is not enough memory to read this YAML text."));
    const QString what = visibleText(QString::fromUtf8(m_parser.problem));
    if (m_parser.error == YAML_READER_ERROR) {
        const TextPosition place = positionOf(m_source, m_parser.problem_offset);
        return Problem::error(tr("The text cannot be read as YAML: %1.").arg(what), place.line, place.column);
    }
    const auto line = static_cast<int>(m_parser.problem_mark.line) + 1;
    QString message = tr("This is not YAML: %1").arg(what);
    if (m_parser.context != nullptr)
        message += tr(" %1 that begins in line %2")
                       .arg(visibleText(QString::fromUtf8(m_parser.context)))
                       .arg(m_parser.context_mark.line + 1);
    message += u'.';
    if (isIndentedByTab(m_source, m_parser.problem_mark.line))
        message += u' ' + tr("The line begins with a tab: YAML is indented by spaces.");
    else if (const QString help = hint(m_parser.problem); !help.isEmpty())
        message += u' ' + help;
    if (m_parser.problem_mark.index >= m_parser.mark.index && m_parser.eof != 0)
        message += u' ' + tr("The text ends here.");
    return Problem::error(message, line, static_cast<int>(m_parser.problem_mark.column) + 1);
}

Problem YamlEvents::problemHere(QString message, Problem::Severity severity) const
{
    return {severity, std::move(message), {}, static_cast<int>(m_event.start_mark.line) + 1,
        static_cast<int>(m_event.start_mark.column) + 1};
}

} // namespace scopes
