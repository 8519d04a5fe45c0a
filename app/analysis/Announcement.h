#pragma once

#include "analysis/ScopeExtractor.h"

namespace scopes {

/// A key that announces scopes, and where its value begins.
struct Announcement
{
    int value = -1; ///< first token of the value; -1: it is none
    KeyStrength strength = KeyStrength::None;
    bool isQuoted = false; ///< the key is a string of its own
    bool isTight = false; ///< key=value without a space
    bool isQuery = false; ///< behind ? or &
    bool isCall = false; ///< .scopes(
    bool isSaid = false; ///< 'scopes needed:' of a sentence
    bool isVariable = false; ///< of the environment: TIKTOK_SCOPES= at the beginning of a line, behind export, set or -e
    char16_t separator = 0; ///< = or : or , or (
};

/// What the word at @p token announces.
Announcement announcementAt(const PasteText& paste, int token);

/// The kind that a key=value or key: value in quotes stands in, as far as the key alone tells.
PasteKind kindOf(const Announcement& key);

/// The end of the line that the token stands in.
int lineEnd(const PasteText& paste, int token);

/// True if the line of @p token looks like a program's: then its bare words are names of variables.
bool isCodeLine(const PasteText& paste, int token);

/// The ways to read a value; each takes what it reads, and adds lists. False: the value is not of that form.
bool readExpression(PasteText& paste, const Announcement& key); ///< strings: one, joined, in a list or map, of calls
bool readLines(PasteText& paste, const Announcement& key, int keyToken); ///< a YAML block below the key
void readQueryValue(PasteText& paste, const Announcement& key, int keyToken); ///< name=value without quotes of its own
void readUnquoted(PasteText& paste, const Announcement& key, int keyToken); ///< words to the end of the line or sentence

/// The ways to read words that announce scopes without a mark behind them. False: the word is none of these.
bool readOption(PasteText& paste, int token); ///< --scopes "repo,gist" of a command
bool readRubyList(PasteText& paste, int token); ///< default_scopes :read, :write and scopes %i[read write]
void readNeighbours(PasteText& paste, int token); ///< the `repo` scope, scope video.list

/// True for a symbol of Ruby: :read.
bool isSymbol(const PasteText& paste, int token);

/// True for the beginning of a list of words in Ruby: %w[ or %i(.
bool startsWordList(const PasteText& paste, int token);

} // namespace scopes
