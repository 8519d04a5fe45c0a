#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace scopes {

/// Texts from catalogs and users written so that they mean nothing to what reads them.

/// A field of a CSV record (RFC 4180, section 2, rules 5 to 7). A text that a spreadsheet would take for a formula (it begins
/// with = + - @, a tab or a carriage return) gets an apostrophe before it; so does one that begins with apostrophes and then
/// one of these, so that csvText() can tell them apart. Line feeds stay.
QString csvField(const QString& text);

/// The texts as fields with commas between them and CR LF behind them.
QString csvRecord(const QStringList& texts);

/// The same with tabs between the fields.
QString tsvRecord(const QStringList& texts);

/// What csvField() was given, from what stands in the cell.
QString csvText(const QString& cell);

/// A record of a CSV text.
struct CsvRecord
{
    int line = 1; ///< where it begins, from 1
    QStringList cells;
};

/// The records of a CSV text as spreadsheets save it: separated by comma, semicolon or tab, whichever stands first in the
/// heading outside of quotes; with CR LF or LF, with or without a byte order mark. Line ends within a cell become line feeds.
/// Quotes that are not closed end with the text. Empty lines are left out.
std::vector<CsvRecord> csvRecords(const QString& text);

/// A text within a line of Markdown (CommonMark 0.30, GitHub Flavored Markdown), invisible characters made visible; white
/// space at the ends is left out.
QString markdownLine(const QString& text);

/// A piece of a text within a line of Markdown that something stands before: white space at its ends stays.
QString markdownPiece(const QString& text);

/// A text of several lines as paragraphs, each line as markdownLine(): line feeds stay line ends.
QString markdownParagraphs(const QString& text);

/// A name as code where that is possible, else as markdownLine().
QString markdownName(const QString& name);

/// A text in HTML, also as an attribute's value in quotes; invisible characters but line feeds made visible.
QString htmlText(const QString& text);

/// A whole page around a body of HTML: no other file belongs to it, it opens offline, is readable in light and dark, and prints
/// well. @p title is a text, not HTML; it stands above the body too.
QString htmlPage(const QString& title, const QString& body);

} // namespace scopes
