#pragma once

#include "analysis/CallPart.h"

#include <QStringList>

#include <string_view>

namespace scopes {

/// Chooses the fields and parameter values of a call to what a text around the call names.
class CallChoices
{
public:
    CallChoices(EndpointId endpoint, const ScopeCatalog& catalog);

    /// By a URL's query: `fields=a,b` and `parameter=value`, percent-encoding taken off.
    void readQuery(std::string_view query);

    /// By names of fields, separated by commas.
    void readFields(std::string_view names);

    /// By a body, JSON or a form, or code near the call: the names of fields and values behind `fields` and behind a parameter's
    /// name. Names that are not known are passed over, because such a text may be about something else.
    void readBody(std::string_view text);

    /// By the variable that a program puts in as the list of fields: `?fields=${names}`, or `?fields="` followed by `+ names`.
    /// What it holds is looked for in @p before and @p behind, the code around the address that ends in @p query.
    void readVariable(std::string_view query, std::string_view before, std::string_view behind);

    /// The call, each choice once.
    Call call() const;

    /// What was asked for and the endpoint does not have: 'user.info#nickname'.
    const QStringList& unknown() const { return m_unknown; }

private:
    bool chooseField(std::string_view name);
    bool chooseValue(int parameter, std::string_view value);
    void readAssigned(int parameter, std::string_view name, std::string_view text);
    void readValues(int parameter, std::string_view values, bool reportsUnknown);

    EndpointId m_endpoint;
    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Call m_call;
    QStringList m_unknown;
};

} // namespace scopes
