#include "widgets/FileDialogs.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QTextDocument>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FileDialogs", text);
}

QString chosen(QFileDialog& dialog)
{
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

QString fileToOpen(QWidget& parent, const QString& caption, const QString& folder, const QStringList& filters)
{
    QFileDialog dialog(&parent, caption, folder);
    dialog.setAcceptMode(QFileDialog::AcceptOpen);
    dialog.setFileMode(QFileDialog::ExistingFile);
    dialog.setNameFilters(filters);
    return chosen(dialog);
}

QString fileToSave(
    QWidget& parent, const QString& caption, const QString& suggestion, const QString& filter, const QString& suffix)
{
    const QFileInfo info(suggestion);
    QFileDialog dialog(&parent, caption, info.path());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setNameFilters({filter, tr("All files (*)")});
    // So that the dialog itself asks before it replaces a file, with the name that will be written.
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(info.fileName());
    return chosen(dialog);
}

void tell(QWidget& parent, const QString& what, const QString& reason, const QString& details)
{
    QMessageBox box(QMessageBox::Warning, QGuiApplication::applicationDisplayName(), what, QMessageBox::Ok, &parent);
    box.setTextFormat(Qt::PlainText);
    setPlainReason(box, reason);
    box.setDetailedText(details);
    box.exec();
}

} // namespace

void setPlainReason(QMessageBox& box, const QString& reason)
{
    // QMessageBox takes this text for rich text if it looks like it: a file's words must not.
    box.setInformativeText(Qt::mightBeRichText(reason) ? Qt::convertFromPlainText(reason) : reason);
}

FileChooser fileDialogs()
{
    return {
        [](QWidget& parent, const QString& folder) {
            return fileToOpen(parent, tr("Open Request"), folder,
                {tr("Scope requests (*.scopes.json)"), tr("JSON files (*.json)"), tr("All files (*)")});
        },
        [](QWidget& parent, const QString& folder) {
            return fileToOpen(parent, tr("Open Catalog"), folder,
                {tr("Catalogs, API descriptions and tables (*.json *.yaml *.yml *.csv *.tsv *.md *.html *.htm)"),
                    tr("All files (*)")});
        },
        [](QWidget& parent, const QString& suggestion) {
            return fileToSave(parent, tr("Save Request As"), suggestion, tr("Scope requests (*.scopes.json)"), u"scopes.json"_s);
        },
        [](QWidget& parent, const QString& folder) {
            return fileToOpen(parent, tr("Open App Profile"), folder,
                {tr("App profiles (*.app.json)"), tr("JSON files (*.json)"), tr("All files (*)")});
        },
        [](QWidget& parent, const QString& suggestion) {
            return fileToSave(parent, tr("Save App Profile As"), suggestion, tr("App profiles (*.app.json)"), u"app.json"_s);
        },
        [](QWidget& parent, const QString& folder) {
            return fileToOpen(parent, tr("Add Another’s Overlay"), folder,
                {tr("Overlays (*.overlay.json)"), tr("JSON files (*.json)"), tr("All files (*)")});
        },
        [](QWidget& parent, const QString& suggestion) {
            return fileToSave(
                parent, tr("Save a Copy of the Overlay"), suggestion, tr("Overlays (*.overlay.json)"), u"overlay.json"_s);
        },
    };
}

void showProblems(QWidget& parent, const QString& what, const QString& path, const Problems& problems)
{
    constexpr int shownAtOnce = 3;
    const QString name = visibleText(path, 300);
    const bool isMore = problems.size() > shownAtOnce;
    tell(parent, what, visibleText(toString(problems, name, shownAtOnce), 2000, true),
        isMore ? visibleText(toString(problems, name), 100'000, true) : QString());
}

void showProblem(QWidget& parent, const QString& what, const QString& reason)
{
    tell(parent, what, visibleText(reason, 2000, true), {});
}

} // namespace scopes
