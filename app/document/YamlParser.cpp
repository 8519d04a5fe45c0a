#include "document/BoundedFile.h"
#include "document/DecodedText.h"
#include "document/Document.h"
#include "document/VisibleText.h"
#include "document/YamlEvents.h"
#include "document/YamlKind.h"
#include "document/YamlTree.h"

#include <QCoreApplication>

namespace scopes {

namespace {

using Outcome = YamlTree::Outcome;

QString tr(const char* text)
{
    return QCoreApplication::translate("YamlParser", text);
}

bool isMergeKey(const yaml_event_t& event)
{
    const auto& scalar = event.data.scalar;
    return scalar.style == YAML_PLAIN_SCALAR_STYLE && yamlContent(event) == "<<"
        && (scalar.tag == nullptr || yamlText(scalar.tag) == "tag:yaml.org,2002:merge");
}

Kind kindOf(const yaml_event_t& event)
{
    const auto& scalar = event.data.scalar;
    const std::string_view tag = yamlText(scalar.tag);
    if (tag.empty())
        return scalar.style == YAML_PLAIN_SCALAR_STYLE ? kindOfPlainScalar(yamlContent(event)) : Kind::String;
    const bool isTyped = tag == YAML_NULL_TAG || tag == YAML_BOOL_TAG || tag == YAML_INT_TAG || tag == YAML_FLOAT_TAG;
    return isTyped ? kindOfPlainScalar(yamlContent(event)) : Kind::String;
}

bool isStart(const yaml_event_t& event)
{
    return event.type == YAML_SEQUENCE_START_EVENT || event.type == YAML_MAPPING_START_EVENT;
}

bool isEnd(const yaml_event_t& event)
{
    return event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT;
}

bool isValue(const yaml_event_t& event)
{
    return event.type == YAML_SCALAR_EVENT || event.type == YAML_ALIAS_EVENT || isStart(event);
}

} // namespace

/// Feeds a tree with libyaml's events and says what is wrong with them. One use each.
class YamlParser
{
public:
    YamlParser(QByteArray yaml, const ReadingProgress& progress)
        : m_source(withoutByteOrderMark(std::move(yaml)))
        , m_events(m_source, progress)
    {
    }

    Result<Document> parse()
    {
        if (beginsAsUtf16(m_source))
            return Problem::error(tr("The text is UTF-16, which is not read here. Save the file as UTF-8."), 1, 1);
        m_tree.reserve(static_cast<std::size_t>(m_source.size()));
        for (bool isDone = false; !isDone;) {
            if (!m_events.next())
                return m_events.isStopped() ? stoppedReading() : m_events.problem();
            const yaml_event_t& event = m_events.event();
            isDone = event.type == YAML_STREAM_END_EVENT;
            if (event.type == YAML_DOCUMENT_START_EVENT && !m_tree.isEmpty()) {
                note(tr("Another YAML document begins here. Only the first one was read."));
                break;
            }
            const Outcome outcome = take(event);
            if (outcome == Outcome::Cycle)
                note(tr("An alias stands within the value that it names. It was read as null."));
            else if (outcome != Outcome::Fine)
                return m_events.problemHere(explained(outcome, event));
        }
        if (m_tree.isEmpty())
            return Problem::error(tr("The YAML text has no content. An object or an array was expected."), 1, 1);
        Document document = m_tree.take(m_source);
        const Value root = document.root();
        if (root.kind() != Kind::Object && root.kind() != Kind::Array)
            return root.problem(tr("An object or an array was expected; found %1.").arg(nameOf(root.kind())));
        return {std::move(document), std::move(m_notes)};
    }

private:
    static QByteArray withoutByteOrderMark(QByteArray yaml)
    {
        return yaml.startsWith("\xEF\xBB\xBF") ? yaml.sliced(3) : std::move(yaml);
    }

    static QString explained(Outcome outcome, const yaml_event_t& event)
    {
        const auto name = [&] { return visibleText(QString::fromUtf8(yamlText(event.data.alias.anchor).data()), 100); };
        switch (outcome) {
        case Outcome::TooDeep:
            return tr("Values are nested deeper than %1.").arg(YamlTree::deepestNesting);
        case Outcome::TooManyCopies:
            return tr("The aliases up to here stand for more than %1 values.").arg(YamlTree::mostCopies);
        case Outcome::UnknownAlias:
            return tr("The alias '*%1' names nothing that stands before it.").arg(name());
        case Outcome::AliasIsNoKey:
            return tr("The alias '*%1' stands for an object or an array, which cannot be a key.").arg(name());
        case Outcome::Fine:
        case Outcome::Cycle:
            break;
        }
        return {};
    }

    Outcome take(const yaml_event_t& event)
    {
        if (m_complexKeyDepth > 0)
            m_complexKeyDepth += isStart(event) ? 1 : isEnd(event) ? -1 : 0;
        else if (isValue(event))
            return m_tree.awaitsKey() ? takeKey(event) : takeValue(event);
        else if (isEnd(event))
            return m_tree.close();
        return Outcome::Fine;
    }

    Outcome takeKey(const yaml_event_t& event)
    {
        if (event.type == YAML_ALIAS_EVENT)
            return m_tree.addKeyAlias(std::string(yamlText(event.data.alias.anchor)));
        if (event.type == YAML_SCALAR_EVENT) {
            m_tree.addKey(yamlContent(event), isMergeKey(event), yamlText(event.data.scalar.anchor));
            return Outcome::Fine;
        }
        m_complexKeyDepth = 1;
        m_tree.addKey({}, false, {});
        note(tr("This key is an object or an array, not a text. Its value was given an empty name."));
        return Outcome::Fine;
    }

    Outcome takeValue(const yaml_event_t& event)
    {
        const std::size_t offset = m_events.offset();
        switch (event.type) {
        case YAML_ALIAS_EVENT:
            return m_tree.addAlias(std::string(yamlText(event.data.alias.anchor)), offset);
        case YAML_SCALAR_EVENT:
            m_tree.addScalar(kindOf(event), yamlContent(event), offset, yamlText(event.data.scalar.anchor));
            return Outcome::Fine;
        case YAML_MAPPING_START_EVENT:
            return m_tree.open(Kind::Object, offset, yamlText(event.data.mapping_start.anchor));
        default:
            if (!m_tree.awaitsMerged())
                return m_tree.open(Kind::Array, offset, yamlText(event.data.sequence_start.anchor));
            m_tree.openMergeList();
            return Outcome::Fine;
        }
    }

    void note(QString message)
    {
        constexpr std::size_t mostNotes = 100;
        if (m_notes.size() < mostNotes)
            m_notes.push_back(m_events.problemHere(std::move(message), Problem::Severity::Note));
    }

    QByteArray m_source;
    YamlEvents m_events;
    YamlTree m_tree;
    int m_complexKeyDepth = 0;
    Problems m_notes;
};

Result<Document> Document::fromYaml(QByteArray yaml, const ReadingProgress& progress)
{
    return YamlParser(std::move(yaml), progress).parse();
}

} // namespace scopes
