#include "catalog/CatalogReader.h"
#include "document/Document.h"

// The first scopes of a catalog whose file has not been read to its end.
namespace scopes {

namespace {

/// Goes through the beginning of a JSON text by its brackets and strings alone, and finds the whole elements of the array
/// 'scopes' at its top.
class ScopesFinder
{
public:
    ScopesFinder(QByteArrayView head, int most)
        : m_head(head)
        , m_most(most)
    {
    }

    /// The elements with commas between them; empty if there are none.
    QByteArrayView elements()
    {
        for (m_at = 0; m_at < m_head.size() && m_count < m_most; ++m_at) {
            const char byte = m_head[m_at];
            if (byte == '"')
                passString();
            else if (byte == '{' || byte == '[')
                open();
            else if ((byte == '}' || byte == ']') && !close())
                break;
        }
        return m_end > m_start ? m_head.sliced(m_start, m_end - m_start) : QByteArrayView();
    }

private:
    void passString()
    {
        const qsizetype start = ++m_at;
        while (m_at < m_head.size() && m_head[m_at] != '"')
            m_at += m_head[m_at] == '\\' ? 2 : 1;
        if (m_depth == 1 && m_at < m_head.size())
            m_lastWord = m_head.sliced(start, m_at - start);
    }

    void open()
    {
        if (++m_depth == 2 && m_head[m_at] == '[' && m_lastWord == "scopes")
            m_start = m_end = m_at + 1;
    }

    /// False at the end of the array.
    bool close()
    {
        --m_depth;
        if (m_start == 0)
            return m_depth > 0;
        if (m_depth == 2) {
            m_end = m_at + 1;
            ++m_count;
        }
        return m_depth >= 2;
    }

    QByteArrayView m_head;
    int m_most;
    qsizetype m_at = 0;
    int m_depth = 0;
    QByteArrayView m_lastWord; ///< the last string right within the top object
    qsizetype m_start = 0; ///< of the elements; 0: not found yet
    qsizetype m_end = 0; ///< behind the last whole element
    int m_count = 0;
};

QString textOf(Value value)
{
    return value && value.kind() == Kind::String
        ? QString::fromUtf8(value.text().data(), static_cast<qsizetype>(value.text().size()))
        : QString();
}

} // namespace

std::vector<ScopePreview> firstScopes(QByteArrayView head, int most)
{
    const QByteArrayView elements = ScopesFinder(head, most).elements();
    if (elements.isEmpty())
        return {};
    const auto document = Document::fromJson('[' + elements.toByteArray() + ']');
    if (!document)
        return {};
    std::vector<ScopePreview> scopes;
    for (const Value scope : document.value->root().children()) {
        if (const QString name = textOf(scope.member("name")); !name.isEmpty())
            scopes.push_back({name, textOf(scope.member("definition"))});
    }
    return scopes;
}

} // namespace scopes
