#pragma once

#include "document/Problem.h"

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QMessageBox;
class QWidget;
QT_END_NAMESPACE

namespace scopes {

/// How the user names files. Each gives an absolute path, or an empty one if the user thought better of it.
struct FileChooser
{
    std::function<QString(QWidget& parent, const QString& folder)> requestToOpen;
    std::function<QString(QWidget& parent, const QString& folder)> catalogToOpen;
    std::function<QString(QWidget& parent, const QString& suggestion)> requestToSave;
    std::function<QString(QWidget& parent, const QString& folder)> profileToOpen;
    std::function<QString(QWidget& parent, const QString& suggestion)> profileToSave;
    std::function<QString(QWidget& parent, const QString& folder)> overlayToOpen;
    std::function<QString(QWidget& parent, const QString& suggestion)> overlayToSave;
};

/// The platform's file dialogs.
FileChooser fileDialogs();

/// Gives the box its second text, which is shown as it is, whatever it looks like.
void setPlainReason(QMessageBox& box, const QString& reason);

/// Tells that something about the file @p path did not work: @p what and, of the problems, the first few in the message and
/// the others, up to 100, behind 'Show Details'. Plain text.
void showProblems(QWidget& parent, const QString& what, const QString& path, const Problems& problems);

/// The same where the reason is one sentence that names the path.
void showProblem(QWidget& parent, const QString& what, const QString& reason);

} // namespace scopes
