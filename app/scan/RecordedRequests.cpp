#include "scan/RecordedRequests.h"

namespace scopes {

namespace {

bool isText(Value value)
{
    return value && value.kind() == Kind::String;
}

std::string textOf(Value value)
{
    return isText(value) ? std::string(value.text()) : std::string();
}

/// 'name=value&…' of a list of objects with these two members.
std::string formOf(Value list, std::string_view name)
{
    std::string form;
    if (!list || list.kind() != Kind::Array)
        return form;
    for (const Value entry : list.children()) {
        if (entry.kind() != Kind::Object)
            continue;
        form += textOf(entry.member(name)) + '=' + textOf(entry.member("value")) + '&';
    }
    return form;
}

Value memberOf(Value value, std::string_view name)
{
    return value && value.kind() == Kind::Object ? value.member(name) : Value();
}

void readHar(Value log, std::vector<RecordedRequest>& requests)
{
    const Value entries = memberOf(log, "entries");
    if (!entries || entries.kind() != Kind::Array)
        return;
    for (const Value entry : entries.children()) {
        const Value request = memberOf(entry, "request");
        const Value url = memberOf(request, "url");
        if (!isText(url))
            continue;
        const Value data = memberOf(request, "postData");
        requests.push_back({textOf(memberOf(request, "method")), textOf(url),
            textOf(memberOf(data, "text")) + '\n' + formOf(memberOf(data, "params"), "name"), url.offset()});
    }
}

/// Of Postman's forms of a body those that hold text.
std::string postmanBody(Value body)
{
    return textOf(memberOf(body, "raw")) + '\n' + formOf(memberOf(body, "urlencoded"), "key")
        + formOf(memberOf(body, "formdata"), "key");
}

void readItems(Value items, std::vector<RecordedRequest>& requests)
{
    if (!items || items.kind() != Kind::Array)
        return;
    for (const Value item : items.children()) {
        readItems(memberOf(item, "item"), requests);
        const Value request = memberOf(item, "request");
        if (isText(request)) {
            requests.push_back({"GET", textOf(request), {}, request.offset()});
            continue;
        }
        const Value url = memberOf(request, "url");
        const Value raw = isText(url) ? url : memberOf(url, "raw");
        if (isText(raw))
            requests.push_back(
                {textOf(memberOf(request, "method")), textOf(raw), postmanBody(memberOf(request, "body")), raw.offset()});
    }
}

bool isPostman(Value root)
{
    return textOf(memberOf(memberOf(root, "info"), "schema")).find("/collection/v2.") != std::string::npos;
}

} // namespace

bool holdsRequests(const Document& document)
{
    return memberOf(memberOf(document.root(), "log"), "entries") || isPostman(document.root());
}

std::vector<RecordedRequest> recordedRequests(const Document& document)
{
    std::vector<RecordedRequest> requests;
    if (isPostman(document.root()))
        readItems(document.root().member("item"), requests);
    else
        readHar(memberOf(document.root(), "log"), requests);
    return requests;
}

} // namespace scopes
