#include "catalog/Text.h"
#include "document/Document.h"
#include "document/VisibleText.h"
#include "request/OtherMembers.h"
#include "request/Overlay.h"

#include <QCoreApplication>
#include <QDate>
#include <QSet>

#include <initializer_list>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Overlay", text);
}

/// A member that an item must or may have.
struct ItemMember
{
    std::string_view name;
    bool isWanted;
    bool mayBeBlank;
};

/// Checks the members that version 1 knows; what they say is taken from Qt's reading of the same bytes, which keeps the rest.
class OverlayCheck
{
public:
    Problems check(Value root)
    {
        if (root.kind() != Kind::Object || !root.member("format") || root.member("format").text() != "scope-explorer-overlay") {
            error(root,
                tr("This is not an overlay: expected an object with the member 'format' and the value "
                   "'scope-explorer-overlay'."));
            return std::move(m_problems);
        }
        checkOnce(root);
        const Value version = root.member("version");
        if (!version || version.kind() != Kind::Number || version.text() != "1")
            error(version ? version : root,
                tr("Expected \"version\" 1, which this program reads. A file of a later version needs a later program."));
        const Value catalog = root.member("catalog");
        if (!catalog || catalog.kind() != Kind::String || catalog.text().empty())
            error(catalog ? catalog : root, tr("Expected the member 'catalog' with the id of the catalog that this is for."));
        checkItems(root.member("notes"), {{"date", true, false}, {"text", true, false}});
        checkItems(root.member("scopes"),
            {{"date", true, false}, {"definition", true, true}, {"topic", true, false}, {"userDisplay", false, true}});
        checkItems(root.member("settings"), {{"date", true, false}, {"value", true, true}});
        checkSettings(root.member("settings"));
        return std::move(m_problems);
    }

private:
    void checkOnce(Value object)
    {
        QSet<QString> seen;
        for (const Value member : object.children()) {
            const QString key = toQString(member.key());
            if (seen.contains(key))
                error(member, tr("The member '%1' stands here twice. Take one of them out.").arg(visibleText(key, 80)));
            seen.insert(key);
        }
    }

    void checkItems(Value items, std::initializer_list<ItemMember> members)
    {
        if (!items)
            return;
        if (items.kind() != Kind::Object)
            return error(items, tr("Expected an object; found %1.").arg(nameOf(items.kind())));
        checkOnce(items);
        for (const Value item : items.children()) {
            if (toQString(item.key()).trimmed().isEmpty())
                error(item, tr("Expected a name that is not blank."));
            if (item.kind() != Kind::Object) {
                error(item, tr("Expected an object; found %1.").arg(nameOf(item.kind())));
                continue;
            }
            checkOnce(item);
            for (const ItemMember& member : members)
                checkMember(item, member);
        }
    }

    void checkMember(Value item, const ItemMember& member)
    {
        const Value value = item.member(member.name);
        if (!value) {
            if (member.isWanted)
                error(item, tr("The member '%1' is missing.").arg(toQString(member.name)));
            return;
        }
        if (value.kind() != Kind::String)
            return error(value, tr("Expected a string; found %1.").arg(nameOf(value.kind())));
        const QString text = toQString(value.text());
        if (!member.mayBeBlank && text.trimmed().isEmpty())
            error(value, tr("Expected a text that is not blank."));
        else if (member.name == "date" && (text.size() != 10 || !QDate::fromString(text, Qt::ISODate).isValid()))
            error(value, tr("Expected a day such as 2026-11-28; found '%1'.").arg(visibleText(text, 80)));
    }

    void checkSettings(Value settings)
    {
        if (!settings || settings.kind() != Kind::Object)
            return;
        for (const Value setting : settings.children()) {
            const QString id = toQString(setting.key());
            const Value value = setting.kind() == Kind::Object ? setting.member("value") : Value();
            if (!value || value.kind() != Kind::String)
                continue;
            const auto known = overlaySettings();
            if (std::none_of(known.begin(), known.end(), [&](const OverlaySetting& one) { return one.id == id; })) {
                add(setting.problem(
                    tr("The setting '%1' is not known to this program; it is kept and has no effect.").arg(visibleText(id, 80)),
                    Problem::Severity::Note));
            } else if (const QString wrong = settingProblem(id, toQString(value.text())); !wrong.isEmpty()) {
                error(value, wrong);
            }
        }
    }

    void error(Value value, const QString& message) { add(value.problem(message)); }

    void add(Problem problem)
    {
        constexpr std::size_t mostProblems = 100;
        if (m_problems.size() < mostProblems)
            m_problems.push_back(std::move(problem));
    }

    Problems m_problems;
};

QString taken(QJsonObject& object, const QString& member)
{
    return object.take(member).toString();
}

std::map<QString, OwnText> textsOf(const QJsonObject& items, const QString& member)
{
    std::map<QString, OwnText> texts;
    for (auto item = items.begin(); item != items.end(); ++item) {
        QJsonObject object = item.value().toObject();
        OwnText own;
        own.text = taken(object, member);
        own.date = taken(object, u"date"_s);
        own.others = object;
        texts.emplace(item.key(), std::move(own));
    }
    return texts;
}

std::map<QString, OwnScope> scopesOf(const QJsonObject& items)
{
    std::map<QString, OwnScope> scopes;
    for (auto item = items.begin(); item != items.end(); ++item) {
        QJsonObject object = item.value().toObject();
        OwnScope own;
        own.topic = taken(object, u"topic"_s);
        own.definition = taken(object, u"definition"_s);
        own.date = taken(object, u"date"_s);
        if (object.contains(u"userDisplay"_s))
            own.userDisplay = taken(object, u"userDisplay"_s);
        own.others = object;
        scopes.emplace(item.key(), std::move(own));
    }
    return scopes;
}

} // namespace

Result<Overlay> readOverlay(const QByteArray& bytes)
{
    const auto document = Document::fromJson(bytes);
    if (!document)
        return document.problems;
    Problems problems = OverlayCheck().check(document.value->root());
    if (hasErrors(problems))
        return problems;
    auto all = otherMembers(bytes, {u"format"_s, u"version"_s});
    if (!all)
        return all.problems;
    QJsonObject members = *std::move(all.value);
    Overlay overlay;
    overlay.catalog = taken(members, u"catalog"_s);
    overlay.notes = textsOf(members.take(u"notes"_s).toObject(), u"text"_s);
    overlay.scopes = scopesOf(members.take(u"scopes"_s).toObject());
    overlay.settings = textsOf(members.take(u"settings"_s).toObject(), u"value"_s);
    overlay.others = members;
    return {std::move(overlay), std::move(problems)};
}

} // namespace scopes
