#include "import/FormatNames.h"

#include <QCoreApplication>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

} // namespace

QString nameOf(DescriptionFormat format)
{
    switch (format) {
    case DescriptionFormat::OpenApi:
        return tr("an OpenAPI 3 description");
    case DescriptionFormat::Swagger:
        return tr("a Swagger 2.0 description");
    case DescriptionFormat::GoogleDiscovery:
        return tr("a Google API Discovery document");
    case DescriptionFormat::GraphPermissions:
        return tr("Microsoft Graph's permissions");
    case DescriptionFormat::GraphTexts:
        return tr("Microsoft Graph's permission texts");
    case DescriptionFormat::AwsActions:
        return tr("an AWS IAM definition");
    case DescriptionFormat::ServerMetadata:
        return tr("server metadata");
    case DescriptionFormat::Table:
        return tr("a table of scopes");
    }
    return {};
}

std::string_view idOf(DescriptionFormat format)
{
    switch (format) {
    case DescriptionFormat::OpenApi:
        return "openapi";
    case DescriptionFormat::Swagger:
        return "swagger";
    case DescriptionFormat::GoogleDiscovery:
        return "discovery";
    case DescriptionFormat::GraphPermissions:
    case DescriptionFormat::GraphTexts:
        return "graph";
    case DescriptionFormat::AwsActions:
        return "iam";
    case DescriptionFormat::ServerMetadata:
        return "server";
    case DescriptionFormat::Table:
        return "table";
    }
    return {};
}

} // namespace scopes
