#pragma once

#include "catalog/CatalogReader.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
QT_END_NAMESPACE

namespace scopes {

/// Shown while a large catalog is read in the background: how far that is, a button that gives it up, and the first scopes of
/// the file as soon as they are known. They are there to be looked at alone: what is open stays until all has been read.
class OpeningPanel : public QFrame
{
    Q_OBJECT

public:
    explicit OpeningPanel(QWidget* parent = nullptr);

    /// Begins with nothing read of the file of that name.
    void begin(const QString& fileName);

    /// @p share: from 0 to 1.
    void showShare(double share);

    void showScopes(const std::vector<ScopePreview>& scopes);

Q_SIGNALS:
    void cancelled();

private:
    QLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QTreeWidget* m_scopes;
};

} // namespace scopes
