#pragma once

#include "models/CatalogComparison.h"
#include "widgets/NamedComboBox.h"
#include "workspace/CatalogSession.h"
#include "workspace/Settings.h"

#include <functional>
#include <optional>

namespace scopes {

/// Chooses a catalog: the open one, the built-in one, one that was open lately, or a file.
class CatalogBox : public NamedComboBox
{
    Q_OBJECT

public:
    /// What chosen() gives for the open catalog; the path of any other file, or empty where nothing is chosen.
    static const QString openCatalog;
    static const QString builtInCatalog;

    /// All of it outlives the box.
    CatalogBox(CatalogSession& session, const Settings& settings, QWidget* parent = nullptr);

    /// How the user names a file; gives an empty path if the user thought better of it.
    void setFileChooser(std::function<QString()> chooser) { m_chooser = std::move(chooser); }

    /// Offers what can be chosen now. The choice stays.
    void fill();

    QString chosen() const { return m_chosen; }

    void choose(const QString& chosen);

    /// No value: nothing is chosen.
    std::optional<CatalogSide> side() const;

    /// A catalog of the same provider as the open one, but another; empty: none is known.
    QString otherOfProvider() const;

Q_SIGNALS:
    /// By the user.
    void changed();

protected:
    /// Keys open the list: to go through it with the list closed would choose, read and compare one catalog after another.
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void add(const QString& key, const QString& title, const QString& toolTip);
    void take(int row);

    CatalogSession& m_session; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    CatalogPointer m_builtIn;
    std::function<QString()> m_chooser;
    QString m_chosen;
};

} // namespace scopes
