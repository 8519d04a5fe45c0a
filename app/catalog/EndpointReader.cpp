#include "catalog/EndpointReader.h"

namespace scopes {

namespace {

TokenKind tokenKind(ReadingContext& context, Value value)
{
    return context.oneOf<TokenKind>(value,
        {{"none", TokenKind::None}, {"user access token", TokenKind::UserAccessToken},
            {"client access token", TokenKind::ClientAccessToken}});
}

Field field(ReadingContext& context, Value value)
{
    Field field;
    readObject(context, value, wanted("name", context.into(field.name)), optional("meaning", context.into(field.meaning)),
        wanted("requires", context.into(field.requirement)), optional("source", context.intoSource(field.source)));
    return field;
}

ParameterValue parameterValue(ReadingContext& context, Value value)
{
    ParameterValue known;
    readObject(context, value, wanted("value", context.into(known.value)), wanted("requires", context.into(known.requirement)),
        optional("source", context.intoSource(known.source)));
    return known;
}

Parameter parameter(ReadingContext& context, Value value)
{
    Parameter parameter;
    readObject(context, value, wanted("name", context.into(parameter.name)),
        wanted("values", eachInto(context, parameter.values, [&](Value element) { return parameterValue(context, element); })));
    return parameter;
}

} // namespace

Endpoint readEndpoint(ReadingContext& context, Value value)
{
    Endpoint call;
    Text group;
    readObject(context, value, wanted("id", context.into(call.id)), wanted("name", context.into(call.name)),
        wanted("method", context.into(call.method)), wanted("url", context.into(call.url)),
        wantedOrNull("product", [&](Value label) { call.product = context.data.productId(context.text(label)); }),
        wantedOrNull("token", [&](Value word) { call.token = tokenKind(context, word); }),
        wanted("requires", context.into(call.requirement)), optional("group", context.into(group)),
        optional("parameters", eachInto(context, call.parameters, [&](Value element) { return parameter(context, element); })),
        optional("fields", eachInto(context, call.fields, [&](Value element) { return field(context, element); })),
        optional("documentation", context.intoAddress(call.documentation)), wanted("source", context.intoSource(call.source)),
        optional("confidence", context.into(call.confidence)), optional("limits", context.into(call.limits)),
        optional("notes", context.into(call.notes)));
    if (call.product != noId)
        call.heading = context.data.endpointHeadingId(context.data.products[static_cast<std::size_t>(call.product)]);
    else if (!group.empty())
        call.heading = context.data.endpointHeadingId(group);
    return call;
}

} // namespace scopes
