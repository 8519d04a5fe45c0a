#include "cli/ReviewCommand.h"

#include "cli/CommandTable.h"
#include "cli/Input.h"
#include "cli/JsonOutput.h"
#include "cli/Suggestion.h"
#include "cli/TextTable.h"
#include "document/DecodedText.h"
#include "document/VisibleText.h"
#include "request/ReviewExports.h"
#include "request/ReviewForms.h"
#include "scan/Scan.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

QStringList sheetFormats()
{
    return {u"text"_s, u"markdown"_s, u"html"_s, u"csv"_s};
}

QString asText(const ReviewSheet& sheet, int columns)
{
    std::vector<QStringList> rows{{tr("SCOPE"), tr("FEATURE"), tr("REASON"), tr("MISSING")}};
    for (const ReviewRow& row : sheet.rows)
        rows.push_back({visibleText(row.scope), visibleText(QString(row.note.feature).replace(u'\n', u' ')),
            visibleText(QString(row.note.reason).replace(u'\n', u' ')), row.gapsInWords()});
    return textTable(rows, columns)
        + tr("\n%1 of %2 complete.\n").arg(sheet.completeCount()).arg(static_cast<int>(sheet.rows.size()));
}

QJsonObject toJson(const ReviewSheet& sheet)
{
    QJsonArray rows;
    for (const ReviewRow& row : sheet.rows) {
        QJsonArray gaps;
        for (const ReviewGap gap : row.gaps)
            gaps.append(nameOf(gap));
        rows.append(QJsonObject{{u"scope"_s, row.scope}, {u"requested"_s, row.isRequested}, {u"documented"_s, row.isDocumented},
            {u"feature"_s, row.note.feature}, {u"reason"_s, row.note.reason}, {u"userSees"_s, row.note.userSees},
            {u"link"_s, row.note.link}, {u"featureCalls"_s, QJsonArray::fromStringList(row.note.calls)},
            {u"callsGone"_s, QJsonArray::fromStringList(row.callsGone)}, {u"gaps"_s, gaps}, {u"definition"_s, row.definition},
            {u"userDisplay"_s, row.userDisplay ? QJsonValue(*row.userDisplay) : QJsonValue()},
            {u"calls"_s, QJsonArray::fromStringList(row.calls)}, {u"fields"_s, QJsonArray::fromStringList(row.fields)}});
    }
    return {{u"catalog"_s, sheet.catalog}, {u"complete"_s, sheet.isComplete()}, {u"rows"_s, rows}};
}

void write(Invocation& invocation, const ReviewSheet& sheet, const QString& format)
{
    if (invocation.isSet(u"json"_s))
        writeJson(invocation.out(), u"review"_s, toJson(sheet));
    else if (format == "markdown"_L1)
        invocation.out() << reviewAsMarkdown(sheet);
    else if (format == "html"_L1)
        invocation.out() << reviewAsHtml(sheet);
    else if (format == "csv"_L1)
        invocation.out() << reviewAsCsv(sheet);
    else
        invocation.out() << asText(sheet, invocation.columns());
}

/// Prints what a form of the provider asks for.
ExitStatus writeForm(Invocation& invocation, const ReviewSheet& sheet, const ScopeCatalog& catalog)
{
    const QString asked = invocation.option(u"form"_s);
    const ReviewForm* const form = findReviewForm(catalog, asked);
    if (form == nullptr) {
        QStringList known;
        for (const ReviewForm& one : catalog.provider().reviewForms)
            known += toQString(one.id);
        return invocation.fail(
            tr("The catalog %1 documents no form '%2'.%3 Known: %4.")
                .arg(catalog.name(), asked, didYouMean(asked, known), known.isEmpty() ? tr("none") : known.join(u", "_s)),
            ExitStatus::WrongUsage);
    }
    const QString name = invocation.option(u"as"_s);
    invocation.out() << tableAs(tableFormat(name).value_or(TableFormat::Markdown), reviewFormTable(sheet, *form));
    return sheet.isComplete() ? ExitStatus::Fine : ExitStatus::NotDone;
}

/// What the file and the sheet say where they differ.
QString bothSides(const ReviewConflict& conflict)
{
    constexpr qsizetype longest = 200;
    QString text;
    const auto compare = [&](QStringView member, const QString& ours, const QString& theirs) {
        if (ours != theirs)
            text += tr(" %1: '%2' in the file, '%3' in the sheet.")
                        .arg(member, visibleText(ours, longest), visibleText(theirs, longest));
    };
    compare(u"feature", conflict.ours.feature, conflict.theirs.feature);
    compare(u"reason", conflict.ours.reason, conflict.theirs.reason);
    compare(u"userSees", conflict.ours.userSees, conflict.theirs.userSees);
    compare(u"link", conflict.ours.link, conflict.theirs.link);
    compare(u"featureCalls", conflict.ours.calls.join(u'\n'), conflict.theirs.calls.join(u'\n'));
    return text;
}

/// Puts the notes into the file; one that has them already is left as it is.
ExitStatus writeNotes(
    Invocation& invocation, const QString& file, RequestFile& request, const ReviewNotes& notes, qsizetype taken)
{
    setReviewNotes(request, notes);
    const QString why = taken == 0 ? QString() : writeRequestFile(file, request);
    if (!why.isEmpty())
        return invocation.fail(tr("%1 was not written: %2").arg(visibleText(file, 300), why), ExitStatus::NotDone);
    invocation.out() << (taken == 1 ? tr("1 note was taken over.\n") : tr("%1 notes were taken over.\n").arg(taken));
    return ExitStatus::Fine;
}

/// Takes an edited sheet over into the request file, wholly or, where the same note was changed in both, not at all.
ExitStatus takeOver(Invocation& invocation, const QString& file, RequestFile& request, ReviewNotes notes)
{
    const QString sheetFile = invocation.option(u"read"_s);
    const auto bytes = readBytes(sheetFile);
    invocation.report(bytes.problems, visibleText(sheetFile, 300));
    if (!bytes)
        return ExitStatus::UnreadableInput;
    const auto edits = readReviewCsv(decodedText(*bytes.value), request.scopes, notes);
    invocation.report(edits.problems, visibleText(sheetFile, 300));
    if (!edits)
        return ExitStatus::UnreadableInput;
    for (const QString& scope : edits.value->unknown)
        invocation.note(tr("'%1' is neither requested nor noted; its line is left out.").arg(scope));
    const QString preferred = invocation.option(u"prefer"_s);
    for (const ReviewConflict& conflict : edits.value->conflicts) {
        if (preferred == "sheet"_L1)
            notes.insert(conflict.scope, conflict.theirs);
        else if (preferred.isNull())
            invocation.fail(tr("The note on '%1' was changed in the request file and in the sheet.%2")
                                .arg(visibleText(conflict.scope, 200), bothSides(conflict)),
                ExitStatus::NotDone);
    }
    if (preferred.isNull() && !edits.value->conflicts.empty())
        return invocation.fail(
            tr("Nothing was written. Say with '--prefer file' or '--prefer sheet' whose words count."), ExitStatus::NotDone);
    for (auto note = edits.value->changed.begin(); note != edits.value->changed.end(); ++note)
        notes.insert(note.key(), *note);
    const auto taken =
        edits.value->changed.size() + (preferred == "sheet"_L1 ? static_cast<qsizetype>(edits.value->conflicts.size()) : 0);
    return writeNotes(invocation, file, request, notes, taken);
}

/// What is wrong with the options; empty: nothing.
QString complaint(const Invocation& invocation)
{
    const QString format = invocation.option(u"as"_s);
    const QString preferred = invocation.option(u"prefer"_s);
    if (invocation.operands().size() != 1)
        return tr("'review' takes one request file; found %1.").arg(invocation.operands().size());
    if (!format.isNull() && !sheetFormats().contains(format))
        return tr("There is no format '%1' of a review sheet.%2 There are %3.")
            .arg(format, didYouMean(format, sheetFormats()), sheetFormats().join(u", "_s));
    if (!format.isNull() && invocation.isSet(u"json"_s))
        return tr("--json and --as exclude each other.");
    if (invocation.isSet(u"form"_s) && (invocation.isSet(u"json"_s) || invocation.isSet(u"read"_s) || format == "text"_L1))
        return tr("--form is printed as markdown, html or csv; it cannot be read back, and has no JSON.");
    if (!preferred.isNull() && preferred != "file"_L1 && preferred != "sheet"_L1)
        return tr("--prefer takes 'file' or 'sheet'; found '%1'.").arg(preferred);
    if (invocation.isSet(u"read"_s) && invocation.operands().constFirst() == "-"_L1)
        return tr("A sheet can be read back into a file only, not into standard input.");
    return {};
}

/// The calls that the app makes: those found in its code, else those that the request file ticks; none: not known.
std::optional<QStringList> madeCalls(Invocation& invocation, const RequestFile& request, const ScopeCatalog& catalog)
{
    if (!invocation.isSet(u"code"_s))
        return request.calls.isEmpty() ? std::nullopt : std::optional<QStringList>(request.calls);
    const ScanReport report = scan(invocation.values(u"code"_s), catalog);
    for (const Problem& problem : report.problems)
        invocation.fail(problem.message, ExitStatus::UnreadableInput);
    if (!report.problems.empty())
        return std::nullopt;
    QStringList calls;
    for (const UsedPart& used : report.used)
        calls += nameOf(used.part, catalog);
    return calls;
}

ExitStatus run(Invocation& invocation)
{
    if (const QString wrong = complaint(invocation); !wrong.isEmpty())
        return invocation.fail(wrong, ExitStatus::WrongUsage);
    const QString file = invocation.operands().constFirst();
    const CatalogPointer catalog = invocation.catalog();
    if (catalog == nullptr)
        return ExitStatus::UnreadableInput;
    const auto bytes = readBytes(file);
    invocation.report(bytes.problems, visibleText(file, 300));
    if (!bytes)
        return ExitStatus::UnreadableInput;
    auto request = readRequest(*bytes.value);
    invocation.report(request.problems, visibleText(file, 300));
    if (!request)
        return ExitStatus::UnreadableInput;
    const auto notes = reviewNotesOf(*request.value);
    invocation.report(notes.problems, visibleText(file, 300));
    if (!notes)
        return ExitStatus::UnreadableInput;
    if (invocation.isSet(u"read"_s))
        return takeOver(invocation, file, *request.value, *notes.value);
    const auto calls = madeCalls(invocation, *request.value, *catalog);
    if (!calls && invocation.isSet(u"code"_s))
        return ExitStatus::UnreadableInput;
    const ReviewSheet sheet = reviewSheet(request.value->scopes, *notes.value, *catalog, calls);
    if (invocation.isSet(u"form"_s))
        return writeForm(invocation, sheet, *catalog);
    write(invocation, sheet, invocation.option(u"as"_s));
    return sheet.isComplete() ? ExitStatus::Fine : ExitStatus::NotDone;
}

} // namespace

Command reviewCommand()
{
    return {u"review"_s, tr("FILE"), tr("print what the reviewer of an app is told, or take it back edited"),
        tr("Prints the review sheet of a request file: for each scope, what it is, which feature uses it and why, what the user\n"
           "sees, and what is missing. Reads an edited CSV back into the file; where both changed the same note, nothing is\n"
           "written until you say whose words count.\n"
           "Exit code: 0 complete, 1 not, 2 wrong usage, 3 input could not be read.\n"),
        {{u"as"_s, tr("text (the default), markdown, html or csv"), u"FORMAT"_s},
            {u"code"_s, tr("a note's call is gone if it is not made in this file or folder; may be repeated"), u"PATH"_s},
            {u"form"_s, tr("only what this form of the provider asks for, as a table"), u"ID"_s},
            {u"read"_s, tr("take the notes of this edited sheet over into FILE"), u"FILE"_s},
            {u"prefer"_s, tr("where both were changed, keep the words of the 'file' or the 'sheet'"), u"SIDE"_s}, jsonOption()},
        run, Operand::File, {{u"as"_s, sheetFormats()}, {u"prefer"_s, {u"file"_s, u"sheet"_s}}}};
}

} // namespace scopes
