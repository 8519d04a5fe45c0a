#include "import/DescriptionBuilder.h"

#include "document/VisibleText.h"
#include "import/CatalogWords.h"
#include "import/DocumentFiles.h"
#include "import/ScopeOddities.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace scopes {

namespace {

constexpr std::size_t mostNotes = 200;

/// How much is done, about, when the importer has come to the document's end.
constexpr double walkShare = 0.5;

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

bool isBlank(std::string_view text)
{
    const auto isPlain = [](char byte) { return byte > ' ' && byte < '\x7F'; };
    if (std::any_of(text.begin(), text.end(), isPlain))
        return false;
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed().isEmpty();
}

void sortOnce(std::vector<std::string>& texts)
{
    // Bytes of UTF-8 sort as their code points do.
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

/// Numbers @p order new: the place of each old number in it.
std::vector<ImportedScopeId> inverse(const std::vector<ImportedScopeId>& order)
{
    std::vector<ImportedScopeId> places(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        places[order[i]] = static_cast<ImportedScopeId>(i);
    return places;
}

} // namespace

bool DescriptionBuilder::comesTo(Value part)
{
    m_share = std::max(m_share, walkShare * part.shareBefore()); // schemes may stand behind the calls, or in another file
    return isWanted();
}

bool DescriptionBuilder::ask()
{
    m_isStopped = m_isStopped || !goesOn(m_progress, m_share);
    return !m_isStopped;
}

ImportedScopeId DescriptionBuilder::idOf(std::string_view name)
{
    const auto [place, isNew] = m_ids.try_emplace(std::string(name), static_cast<ImportedScopeId>(m_description.scopes.size()));
    if (isNew) {
        ImportedScope& added = m_description.scopes.emplace_back();
        added.name = name;
        added.isDeclared = false;
        m_places.emplace_back();
    }
    return place->second;
}

ImportedScopeId DescriptionBuilder::declare(std::string_view name, std::string_view text, std::string_view scheme, Value where)
{
    const ImportedScopeId id = idOf(name);
    ImportedScope& declared = scope(id);
    if (!declared.isDeclared)
        m_places[id] = where;
    declared.isDeclared = true;
    if (!isBlank(text)) {
        if (m_described.count == 0 && !declared.otherDescriptions.empty() && declared.otherDescriptions.front() != text)
            m_described.add(where, name);
        declared.otherDescriptions.emplace_back(text);
    }
    declared.schemes.emplace_back(scheme);
    return id;
}

ImportedScopeId DescriptionBuilder::use(std::string_view name, std::string_view scheme, Value where)
{
    const ImportedScopeId id = idOf(name);
    ImportedScope& used = scope(id);
    if (used.schemes.empty() || used.schemes.back() != scheme)
        used.schemes.emplace_back(scheme);
    if (!m_places[id])
        m_places[id] = where;
    return id;
}

void DescriptionBuilder::expectOperations(std::size_t count)
{
    constexpr std::size_t mostExpected = 100'000;
    const std::size_t expected = std::min(count, mostExpected);
    m_description.operations.reserve(expected);
    m_operations.reserve(expected);
}

ImportedOperation& DescriptionBuilder::operation(std::string_view call, Value where)
{
    const auto [place, isNew] = m_operations.try_emplace(std::string(call), m_description.operations.size());
    if (isNew) {
        m_description.operations.emplace_back().call = call;
        m_callPlaces.push_back(where);
    }
    return m_description.operations[place->second];
}

void DescriptionBuilder::useUnknownScheme(std::string_view scheme, std::string_view name, std::string_view call)
{
    m_description.unknownSchemes[std::string(scheme)][std::string(name)].emplace_back(call);
}

bool DescriptionBuilder::mayKeep(std::size_t count)
{
    m_kept += count;
    return isWanted() && !isTooLarge();
}

void DescriptionBuilder::note(Value where, QString message)
{
    if (m_files != nullptr && m_files->isElsewhere(where)) {
        message = tr("In %1: %2").arg(m_files->placeOf(where), message);
        where = {};
    }
    if (m_notes.size() < mostNotes)
        m_notes.push_back({where, std::move(message)});
    else
        ++m_droppedNotes;
}

void DescriptionBuilder::noteOnce(const Oddity& oddity, const QString& one, const QString& several)
{
    const QString first = shownText(oddity.first);
    if (oddity.count > 0)
        note(oddity.where, oddity.count == 1 ? one.arg(first) : several.arg(QString::number(oddity.count), first));
}

void DescriptionBuilder::setWithoutScopes(Value where, QString why)
{
    m_lack = where;
    m_whyNoScopes = std::move(why);
}

Problem DescriptionBuilder::withoutScopes(Value root, const ImportedDescription& description) const
{
    QString message = tr("The description was read to its end and declares no OAuth scopes.");
    if (!m_whyNoScopes.isEmpty())
        message += QLatin1Char(' ') + m_whyNoScopes;
    if (description.leadsToFiles)
        message += QLatin1Char(' ') + tr("References in it lead to other files, which were not read.");
    const bool isHere = m_lack && m_lack.document() == root.document();
    return (isHere ? m_lack : root).problem(std::move(message));
}

/// Each where it is used; of many, as where a whole scheme is missing, the first.
void DescriptionBuilder::noteUndeclared()
{
    constexpr std::size_t fewScopes = 5;
    std::vector<ImportedScopeId> undeclared;
    for (std::size_t id = 0; id < m_places.size(); ++id) {
        if (!m_description.scopes[id].isDeclared && m_places[id])
            undeclared.push_back(static_cast<ImportedScopeId>(id));
    }
    const auto nameOf = [this](ImportedScopeId id) { return shownText(m_description.scopes[id].name); };
    if (undeclared.size() > fewScopes) {
        note(m_places[undeclared.front()],
            tr("%1 scopes are used and declared nowhere. The first of them is '%2'.")
                .arg(QString::number(undeclared.size()), nameOf(undeclared.front())));
        return;
    }
    for (const ImportedScopeId id : undeclared)
        note(m_places[id], tr("The scope '%1' is used here and declared nowhere.").arg(nameOf(id)));
}

ImportedDescription DescriptionBuilder::finish()
{
    noteUndeclared();
    constexpr double stepShare = (1 - walkShare) / 4;
    m_share = walkShare;
    finishTexts();
    // Tables have notes of their own, with places in their text.
    if (m_description.format != DescriptionFormat::Table && isWanted()) {
        noteOddScopes(m_description, m_places, m_described, *this);
        noteOddCalls(m_description, m_callPlaces, *this);
    }
    m_share += stepShare;
    if (ask())
        sortScopes();
    m_share += stepShare;
    if (ask())
        sortOperations();
    m_share += stepShare;
    if (ask())
        linkOperations();
    for (auto& [scheme, uses] : m_description.unknownSchemes) {
        for (auto& [name, calls] : uses)
            sortOnce(calls);
    }
    return std::move(m_description);
}

/// The texts of each scope have come in document order: the first is the description.
void DescriptionBuilder::finishTexts()
{
    for (ImportedScope& each : m_description.scopes) {
        if (!isWanted())
            return;
        sortOnce(each.schemes);
        std::unordered_set<std::string> known;
        std::vector<std::string> texts;
        for (std::string& text : each.otherDescriptions) {
            if (known.insert(text).second)
                texts.push_back(std::move(text));
        }
        if (!texts.empty()) {
            each.description = std::move(texts.front());
            texts.erase(texts.begin());
        }
        each.otherDescriptions = std::move(texts);
    }
}

/// The numbers of @p names in the order of these, which are all different. A part at a time, so that it can be given up.
std::vector<std::uint32_t> DescriptionBuilder::sortedPlaces(std::vector<std::pair<std::string_view, std::uint32_t>> names)
{
    constexpr std::size_t part = std::size_t{1} << 14;
    const auto at = [&](std::size_t place) { return names.begin() + static_cast<std::ptrdiff_t>(std::min(place, names.size())); };
    for (std::size_t start = 0; start < names.size() && ask(); start += part)
        std::sort(at(start), at(start + part));
    for (std::size_t size = part; size < names.size(); size *= 2) {
        for (std::size_t start = 0; start < names.size() && ask(); start += 2 * size)
            std::inplace_merge(at(start), at(start + size), at(start + 2 * size));
    }
    std::vector<std::uint32_t> places;
    places.reserve(names.size());
    for (const auto& [name, place] : names)
        places.push_back(place);
    return places;
}

void DescriptionBuilder::sortScopes()
{
    auto& scopes = m_description.scopes;
    std::vector<std::pair<std::string_view, ImportedScopeId>> names;
    names.reserve(scopes.size());
    for (const ImportedScope& each : scopes)
        names.emplace_back(each.name, static_cast<ImportedScopeId>(names.size()));
    const std::vector<ImportedScopeId> order = sortedPlaces(std::move(names));
    std::vector<ImportedScope> sorted;
    sorted.reserve(scopes.size());
    for (const ImportedScopeId id : order)
        sorted.push_back(std::move(scopes[id]));
    scopes = std::move(sorted);
    const std::vector<ImportedScopeId> places = inverse(order);
    for (ImportedOperation& each : m_description.operations) {
        for (SecurityAlternative& alternative : each.alternatives) {
            for (SchemeNeed& need : alternative) {
                for (ImportedScopeId& id : need.scopes)
                    id = places[id];
                std::sort(need.scopes.begin(), need.scopes.end());
                need.scopes.erase(std::unique(need.scopes.begin(), need.scopes.end()), need.scopes.end());
            }
        }
    }
}

void DescriptionBuilder::sortOperations()
{
    auto& operations = m_description.operations;
    std::vector<std::pair<std::string_view, OperationId>> calls;
    calls.reserve(operations.size());
    for (const ImportedOperation& each : operations)
        calls.emplace_back(each.call, static_cast<OperationId>(calls.size()));
    std::vector<ImportedOperation> sorted;
    sorted.reserve(operations.size());
    for (const OperationId place : sortedPlaces(std::move(calls))) // an operation is large: each is moved once
        sorted.push_back(std::move(operations[place]));
    operations = std::move(sorted);
}

/// Tells each scope the operations that list it, in some and in every alternative.
void DescriptionBuilder::linkOperations()
{
    auto& scopes = m_description.scopes;
    std::vector<std::size_t> listings(scopes.size()); // how many alternatives of the operation at hand list the scope
    std::vector<std::size_t> lastListing(scopes.size()); // the number of the alternative that listed it last, from 1 over all
    std::size_t number = 0;
    std::vector<ImportedScopeId> mentioned;
    for (std::size_t i = 0; i < m_description.operations.size() && isWanted(); ++i) {
        const auto& alternatives = m_description.operations[i].alternatives;
        mentioned.clear();
        for (const SecurityAlternative& alternative : alternatives) {
            ++number;
            for (const SchemeNeed& need : alternative) {
                for (const ImportedScopeId id : need.scopes) {
                    if (lastListing[id] == number)
                        continue;
                    lastListing[id] = number;
                    if (listings[id]++ == 0)
                        mentioned.push_back(id);
                }
            }
        }
        for (const ImportedScopeId id : mentioned) {
            scopes[id].operations.push_back(static_cast<OperationId>(i));
            if (listings[id] == alternatives.size())
                scopes[id].required.push_back(static_cast<OperationId>(i));
            listings[id] = 0;
        }
    }
}

Problems DescriptionBuilder::takeNotes(QByteArrayView source)
{
    // Those about other files have no place in this one and come first.
    const auto placeOf = [](const Note& note) { return note.where ? note.where.offset() : 0; };
    std::stable_sort(
        m_notes.begin(), m_notes.end(), [&](const Note& left, const Note& right) { return placeOf(left) < placeOf(right); });
    Problems problems;
    // One walk over the text for all notes: each counts lines from where the one before stood.
    std::size_t lineStart = 0;
    int lines = 0;
    for (Note& each : m_notes) {
        if (!each.where) {
            problems.push_back({Problem::Severity::Note, std::move(each.message), {}, 0, 0});
            continue;
        }
        const QByteArrayView rest = source.sliced(static_cast<qsizetype>(lineStart));
        const TextPosition position = positionOf(rest, each.where.offset() - lineStart);
        problems.push_back(
            {Problem::Severity::Note, std::move(each.message), each.where.pointer(), lines + position.line, position.column});
        lines += position.line - 1;
        if (position.line > 1)
            lineStart += static_cast<std::size_t>(
                rest.first(static_cast<qsizetype>(each.where.offset() - lineStart)).lastIndexOf('\n') + 1);
    }
    m_notes.clear();
    if (m_droppedNotes > 0)
        problems.push_back({Problem::Severity::Note,
            m_droppedNotes == 1 ? tr("There is 1 more note.") : tr("There are %L1 more notes.").arg(m_droppedNotes), {}, 0, 0});
    return problems;
}

} // namespace scopes
