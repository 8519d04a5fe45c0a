#include "request/AppProfile.h"

#include "catalog/Text.h"
#include "document/BoundedFile.h"
#include "document/Document.h"
#include "document/VisibleText.h"
#include "document/WholeFile.h"
#include "request/OtherMembers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <array>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("AppProfile", text);
}

bool namesSecret(const QString& key)
{
    const QString name = key.toLower();
    return name.contains(u"secret") || name.contains(u"token") || name.contains(u"password") || name.contains(u"verifier");
}

/// Reads the members that version 1 knows; what is wrong goes to the problems.
class ProfileReader
{
public:
    Result<AppProfile> read(const Document& document)
    {
        const Value root = document.root();
        if (root.kind() != Kind::Object || !root.member("approved") || !root.member("version"))
            return root.problem(tr("This is not an app profile: expected an object with the members 'approved' and 'version'."));
        for (const Value member : root.children())
            readMember(member);
        if (hasErrors(m_problems))
            return std::move(m_problems);
        m_profile.approved.sort();
        m_profile.appliedFor.sort();
        return {std::move(m_profile), std::move(m_problems)};
    }

private:
    void readMember(Value member)
    {
        const QString key = toQString(member.key());
        if (m_seen.contains(key))
            return error(member, tr("The member '%1' stands here twice. Take one of them out.").arg(visibleText(key, 80)));
        m_seen.insert(key);
        if (key == "version"_L1) {
            if (member.kind() != Kind::Number || member.text() != "1")
                error(member,
                    tr("Expected \"version\" 1, which this program reads. A file of a later version needs a later program."));
        } else if (key == "name"_L1)
            readText(member, m_profile.name);
        else if (key == "catalog"_L1)
            readText(member, m_profile.catalog);
        else if (key == "platform"_L1)
            readText(member, m_profile.platform);
        else if (key == "clientKey"_L1)
            readText(member, m_profile.clientKey);
        else if (key == "approved"_L1)
            readList(member, m_profile.approved);
        else if (key == "appliedFor"_L1)
            readList(member, m_profile.appliedFor);
        else if (key == "products"_L1)
            readList(member, m_profile.products);
        else if (key == "redirectUris"_L1)
            readList(member, m_profile.redirectUris);
        else if (namesSecret(key))
            error(member,
                tr("The member '%1' looks like a secret, which has no place in an app profile. Take it out of the file.")
                    .arg(visibleText(key, 80)));
    }

    void readText(Value member, QString& target)
    {
        if (member.kind() == Kind::String)
            target = toQString(member.text());
        else
            error(member, tr("Expected a string; found %1.").arg(nameOf(member.kind())));
    }

    void readList(Value member, QStringList& target)
    {
        if (member.kind() != Kind::Array)
            return error(member, tr("Expected an array of strings; found %1.").arg(nameOf(member.kind())));
        QSet<QString> known;
        for (const Value element : member.children()) {
            const QString text = toQString(element.text());
            if (element.kind() != Kind::String || text.isEmpty()) {
                error(element, tr("Expected a string that is not empty; found %1.").arg(nameOf(element.kind())));
            } else if (known.contains(text)) {
                add(element.problem(
                    tr("'%1' stands in the list twice; it is taken once.").arg(visibleText(text, 80)), Problem::Severity::Note));
            } else {
                known.insert(text);
                target.append(text);
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

    AppProfile m_profile;
    Problems m_problems;
    QSet<QString> m_seen;
};

const std::array<QLatin1StringView, 9>& knownMembers()
{
    static constexpr std::array<QLatin1StringView, 9> names{"version"_L1, "name"_L1, "catalog"_L1, "clientKey"_L1, "platform"_L1,
        "approved"_L1, "appliedFor"_L1, "products"_L1, "redirectUris"_L1};
    return names;
}

} // namespace

QByteArray AppProfile::toBytes() const
{
    const auto sorted = [](QStringList names) {
        names.sort();
        names.removeDuplicates();
        return QJsonArray::fromStringList(names);
    };
    QJsonObject object = others;
    object.insert(u"appliedFor"_s, sorted(appliedFor));
    object.insert(u"approved"_s, sorted(approved));
    object.insert(u"catalog"_s, catalog);
    object.insert(u"clientKey"_s, clientKey);
    object.insert(u"name"_s, name);
    object.insert(u"platform"_s, platform);
    object.insert(u"products"_s, QJsonArray::fromStringList(products));
    object.insert(u"redirectUris"_s, QJsonArray::fromStringList(redirectUris));
    object.insert(u"version"_s, 1);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<AppProfile> readAppProfile(const QByteArray& bytes)
{
    const auto document = Document::fromJson(bytes);
    if (!document)
        return document.problems;
    auto profile = ProfileReader().read(*document.value);
    if (profile) {
        QStringList known;
        for (const QLatin1StringView name : knownMembers())
            known.append(name);
        auto others = otherMembers(bytes, known);
        if (!others)
            return others.problems;
        profile.value->others = *std::move(others.value);
    }
    return profile;
}

Result<AppProfile> readAppProfileFile(const QString& path)
{
    const auto content = readBounded(path, largestAppProfile);
    if (!content)
        return content.problems;
    return readAppProfile(*content.value);
}

QString writeAppProfile(const QString& path, const AppProfile& profile)
{
    return writeWholeFile(path, profile.toBytes());
}

} // namespace scopes
