#pragma once

#include "analysis/CallPart.h"
#include "catalog/ScopeCatalog.h"
#include "document/TextRange.h"

#include <QPalette>
#include <QTextCursor>

#include <vector>

class QTextDocument;
class QTextTable;

namespace scopes {

/// Writes all that is known of a row into a text document. Texts go in as plain text, never as HTML; only https addresses
/// become links, and 'scope:NAME' and 'call:NAME' for scopes and calls of the catalog, and 'calls:NAME' for all calls that need
/// a scope. Lists are bounded: one of 100,000 calls would take a minute to be laid out.
class DetailsWriter
{
public:
    static constexpr std::size_t mostListed = 200;

    DetailsWriter(QTextDocument& document, const ScopeCatalog& catalog, const QPalette& palette);
    ~DetailsWriter();

    DetailsWriter(const DetailsWriter&) = delete;
    DetailsWriter& operator=(const DetailsWriter&) = delete;

    void writeScope(ScopeId id, bool isRequested, bool markDifferences);
    void writeTopic(TopicId id, int requested);
    void writePart(const CallPart& part);

private:
    void heading(const QString& text, int level);
    void paragraph(const QString& text);
    void item(const QString& text);
    void append(const QString& text);
    void appendMuted(const QString& text);
    void appendLink(const QString& text, const QString& address);
    void appendSource(SourceId id);
    void appendScopes(const std::vector<ScopeId>& scopes, const QString& between = QStringLiteral(", "));
    void texts(const Scope& scope, bool markDifferences);
    void cell(
        const QTextTable& table, int column, const QString& title, const QString& text, const std::vector<TextRange>& marked);
    void calls(ScopeId id);
    void need(const CallPart& part, const QString& who);
    void appendAlternatives(const CallPart& part);
    void members(const CallPart& part);
    void targetApis(const ScopeDetails& details);
    void relations(const Scope& scope, const ScopeDetails& details);
    void facts(const Facts& facts);
    QString summary(const Scope& scope, const ScopeDetails& details) const;

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QTextCursor m_block; ///< the document is laid out once, when all is written
    QTextCursor m_cursor;
    QTextCharFormat m_plain;
    QTextCharFormat m_muted;
    QTextCharFormat m_link;
};

} // namespace scopes
