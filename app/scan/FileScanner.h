#pragma once

#include "analysis/CallRecogniser.h"
#include "catalog/ScopeCatalog.h"
#include "scan/ScopeMentions.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace scopes {

/// What one file names: calls and scopes, each with its line. Nothing else of the file is kept.
struct FileFindings
{
    struct CallAt
    {
        Call call;
        int line = 0; ///< from 1
    };

    struct ScopeAt
    {
        ScopeId scope = noId;
        int line = 0;
    };

    std::vector<CallAt> calls;
    std::vector<ScopeAt> scopes;
};

/// Looks into files for what one catalog knows. The catalog must outlive it.
class FileScanner
{
public:
    explicit FileScanner(const ScopeCatalog& catalog);

    /// True if the beginning of a file is that of a binary file: it has a NUL byte.
    static bool isBinary(QByteArrayView beginning);

    /// What the file names. Its name tells how to read it: HAR archives and Postman collections (.har, .json) by their requests
    /// (a call, or the scopes that an authorization URL names), settings (.env, .yaml, .json, .txt…) with scopes in no quotes,
    /// all else as code.
    FileFindings look(const QString& fileName, const QByteArray& content) const;

private:
    FileFindings lookIntoText(const QString& fileName, std::string_view text) const;

    CallRecogniser m_recogniser;
    ScopeMentions m_scopeNames;
};

} // namespace scopes
