#include "document/Document.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Null:
        return QCoreApplication::translate("Document", "null");
    case Kind::Boolean:
        return QCoreApplication::translate("Document", "true or false");
    case Kind::Number:
        return QCoreApplication::translate("Document", "a number");
    case Kind::String:
        return QCoreApplication::translate("Document", "a string");
    case Kind::Array:
        return QCoreApplication::translate("Document", "an array");
    case Kind::Object:
        return QCoreApplication::translate("Document", "an object");
    }
    Q_UNREACHABLE();
}

Value Value::member(std::string_view name) const
{
    if (kind() != Kind::Object)
        return {};
    for (const Value child : children()) {
        if (child.key() == name)
            return child;
    }
    return {};
}

std::size_t Value::offset() const
{
    return m_document->m_nodes[m_index].offset;
}

double Value::shareBefore() const
{
    return static_cast<double>(offset()) / static_cast<double>(std::max<qsizetype>(m_document->m_source.size(), 1));
}

QString Value::pointer() const
{
    QString pointer;
    for (std::uint32_t index = m_index; index != 0; index = m_document->m_nodes[index].parent) {
        const Value parent(m_document, m_document->m_nodes[index].parent);
        QString token;
        if (parent.kind() == Kind::Object) {
            const std::string_view key = Value(m_document, index).key();
            token = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
            token.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
        } else {
            int position = 0;
            for (std::uint32_t element = parent.m_index + 1; element != index; element = m_document->m_nodes[element].next)
                ++position;
            token = QString::number(position);
        }
        pointer.prepend(u'/' + token);
    }
    return pointer;
}

Problem Value::problem(QString message, Problem::Severity severity) const
{
    const TextPosition position = positionOf(m_document->m_source, offset());
    return {severity, std::move(message), pointer(), position.line, position.column};
}

TextPosition positionOf(QByteArrayView source, std::size_t offset)
{
    const char* const begin = source.data();
    const char* const end = begin + std::min(offset, static_cast<std::size_t>(source.size()));
    TextPosition position;
    position.line += static_cast<int>(std::count(begin, end, '\n'));
    const char* lineStart = end;
    while (lineStart != begin && lineStart[-1] != '\n')
        --lineStart;
    // Bytes 10xxxxxx continue a code point.
    position.column += static_cast<int>(std::count_if(lineStart, end, [](char byte) { return (byte & 0xC0) != 0x80; }));
    return position;
}

} // namespace scopes
