#pragma once

#include "analysis/CallRecogniser.h"

#include <QStringList>

#include <vector>

namespace scopes {

/// A text read as calls of a catalog, for ticking them.
struct CallReading
{
    QStringList names; ///< of the calls with their fields and values, as CallSelection has them; empty: there is none
    int calls = 0;
    int choices = 0; ///< fields and values
    QString described; ///< the first few: 'Get User Info with open_id and username'; safe to show
    std::vector<UnrecognisedCall> unrecognised; ///< in the order of the text; each text once
    bool isScopes = false; ///< the text is rather one that speaks of scopes
};

/// Reads @p text by itself: linear in its length. A bare name that is both a call's and a scope's ('video.list') is a call's,
/// unless other scopes stand beside it.
CallReading readCalls(QStringView text, const CallRecogniser& recogniser, const ScopeCatalog& catalog);

/// '2 calls and 3 fields or values'.
QString callCount(int calls, int choices);

} // namespace scopes
