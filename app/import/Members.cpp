#include "import/Members.h"

#include "import/CatalogWords.h"
#include "import/DocumentFiles.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <string>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

/// A token of a JSON pointer with ~1 and ~0 resolved.
std::string unescaped(std::string_view token)
{
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const char next = i + 1 < token.size() ? token[i + 1] : '\0';
        const bool isEscape = token[i] == '~' && (next == '0' || next == '1');
        text += !isEscape ? token[i] : next == '0' ? '~' : '/';
        i += isEscape ? 1 : 0;
    }
    return text;
}

} // namespace

Value lastMember(Value object, std::string_view name)
{
    Value found;
    if (!isObject(object))
        return found;
    for (const Value member : object.children()) {
        if (member.key() == name)
            found = member;
    }
    return found;
}

std::vector<Value> membersOf(Value object, DescriptionBuilder& notes)
{
    std::vector<Value> members;
    if (!isObject(object))
        return members;
    members.reserve(object.size());
    // Most objects are small: looking through them is quicker than an index.
    constexpr std::uint32_t few = 16;
    std::unordered_map<std::string_view, std::size_t> places;
    const auto placeOf = [&](std::string_view name) {
        if (object.size() > few)
            return places.try_emplace(name, members.size()).first->second;
        const auto known = std::find_if(members.begin(), members.end(), [&](Value each) { return each.key() == name; });
        return static_cast<std::size_t>(known - members.begin());
    };
    for (const Value member : object.children()) {
        if (!notes.isWanted())
            break;
        const std::size_t place = placeOf(member.key());
        if (place == members.size()) {
            members.push_back(member);
        } else {
            members[place] = member;
            notes.note(member,
                tr("The name '%1' stands more than once in its object. The last one counts.").arg(shownText(member.key())));
        }
    }
    return members;
}

std::string_view textOf(Value value)
{
    if (!value || value.kind() == Kind::Array || value.kind() == Kind::Object)
        return {};
    return value.text();
}

std::string_view textOf(Value object, std::string_view name)
{
    return textOf(lastMember(object, name));
}

Value References::memberOf(Value value, std::string_view name)
{
    constexpr std::uint32_t few = 32;
    if (isArray(value)) {
        std::uint32_t place = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), place);
        if (error != std::errc() || end != name.data() + name.size() || place >= value.size())
            return {};
        auto& elements = m_elements[placeOf(value)];
        if (elements.empty()) {
            for (const Value element : value.children())
                elements.push_back(element);
        }
        return elements[place];
    }
    if (!isObject(value) || value.size() <= few)
        return lastMember(value, name);
    auto& index = m_members[placeOf(value)];
    if (index.empty()) {
        for (const Value member : value.children())
            index[member.key()] = member;
    }
    const auto found = index.find(name);
    return found != index.end() ? found->second : Value();
}

Value References::findIn(Value root, std::string_view reference)
{
    if (reference == "#")
        return root;
    if (!reference.starts_with("#/"))
        return {};
    Value value = root;
    for (std::string_view rest = reference.substr(1); value && !rest.empty();) {
        rest.remove_prefix(1);
        const std::size_t size = std::min(rest.find('/'), rest.size());
        const std::string name = unescaped(rest.substr(0, size));
        rest.remove_prefix(size);
        Value member = memberOf(value, name);
        // As a URI fragment the pointer may be percent-encoded.
        if (!member && name.find('%') != std::string::npos)
            member = memberOf(value, QByteArray::fromPercentEncoding(QByteArray::fromStdString(name)).toStdString());
        value = member;
    }
    return value;
}

Value References::find(Value reference, DescriptionBuilder& notes)
{
    const std::string_view text = reference.text();
    const std::size_t fileSize = std::min(text.find('#'), text.size());
    // Within another file '#/...' is of that file.
    const bool isElsewhere = notes.files() != nullptr && notes.files()->isElsewhere(reference);
    Value root = isElsewhere ? reference.document()->root() : m_root;
    if (fileSize > 0) {
        if (notes.files() == nullptr) {
            notes.setLeadsToFiles();
            notes.note(reference,
                tr("The reference '%1' leads to another file. It was not followed: files beside a description are read only "
                   "where you say so.")
                    .arg(shownText(text)));
            return {};
        }
        const DocumentFiles::Opened opened = notes.files()->open(text.substr(0, fileSize), reference);
        if (!opened.root) {
            notes.note(reference, opened.reason);
            return {};
        }
        root = opened.root;
    }
    const Value found = fileSize == text.size() ? root : findIn(root, text.substr(fileSize));
    if (!found)
        notes.note(reference, tr("The reference '%1' leads to nothing in this document.").arg(shownText(text)));
    return found;
}

Value References::withFile(Value value, DescriptionBuilder& notes)
{
    const Value reference = lastMember(value, "$ref");
    const bool isFile = reference && reference.kind() == Kind::String && !reference.text().starts_with('#');
    return isFile ? resolve(value, notes) : value;
}

Value References::resolve(Value value, DescriptionBuilder& notes)
{
    constexpr int mostHops = 50;
    const Value start = value;
    for (int hop = 0; hop < mostHops; ++hop) {
        const Value reference = lastMember(value, "$ref");
        if (!reference || reference.kind() != Kind::String)
            return value;
        const Value target = find(reference, notes);
        if (!target)
            return {};
        value = target;
    }
    notes.note(start, tr("The references from here lead in a circle."));
    return {};
}

} // namespace scopes
