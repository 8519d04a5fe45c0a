#pragma once

#include "analysis/AuthorizationRequest.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace scopes {

/// A way to hand a request on.
struct SnippetKind
{
    Q_DECLARE_TR_FUNCTIONS(SnippetKind)

public:
    QString id; ///< stable: used on the command line
    const char* sourceTitle = nullptr; ///< untranslated; see title()

    /// The name that a person sees, translated.
    QString title() const { return tr(sourceTitle); }
};

/// All kinds, in the order of a menu: url, curl (the token exchange), and the languages. A request that is documented as a call
/// has that call under the id of its language ('shell' among them).
const std::vector<SnippetKind>& snippetKinds();

/// The kinds that the request can be written as.
std::vector<SnippetKind> snippetKindsFor(const AuthorizationRequest& request);

/// The request as text or code, ending with a line feed but for the URL. The languages' code makes a state and a verifier of
/// its own each time it runs, and holds none. 'curl' is the token exchange (RFC 6749, section 4.1.3) with shell variables where
/// secrets belong. A problem where the request cannot be written so.
Result<QString> snippet(const QString& kind, const AuthorizationRequest& request);

} // namespace scopes
