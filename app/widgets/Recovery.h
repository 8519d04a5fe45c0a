#pragma once

namespace scopes {

class Autosave;
class Notices;
class RequestFiles;

/// What happens at the start with requests that were left behind by a crash: with @p mayRestore the newest is restored and a
/// notice says so; the others are offered in notices. Nothing waits for an answer.
void recoverRequests(Autosave& autosave, RequestFiles& files, Notices& notices, bool mayRestore);

} // namespace scopes
