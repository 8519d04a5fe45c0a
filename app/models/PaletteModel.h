#pragma once

#include "workspace/LatestTask.h"
#include "workspace/Workspace.h"

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

#include <functional>
#include <string>
#include <vector>

namespace scopes {

/// An action, and what stands before its text: the title of its submenu, or nothing.
struct PaletteAction
{
    QString group;
    QPointer<QAction> action;
};

/// What a few typed letters find among actions and scopes, the best first, at most 50 rows. Nothing typed gives the actions. The
/// scopes of a large catalog are looked through in the background; the rows stay until then.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        HintRole = Qt::UserRole, ///< QString: the action's keys, or 'requested' of a scope that is
        IsScopeRole, ///< bool
    };
    Q_ENUM(Role)

    static constexpr int largestCount = 50;

    /// More scopes are looked through in the background.
    static constexpr int mostAtOnce = 50'000;

    explicit PaletteModel(const Workspace& workspace, QObject* parent = nullptr);

    /// Those that are found from now on; those that are off are too, but marked as disabled. Nothing is typed then.
    void setActions(const QList<PaletteAction>& actions);

    void setTyped(const QString& typed);

    /// True while the rows are not yet those of what was typed last.
    bool isBehind() const { return m_finding.isRunning(); }

    /// The action of a row; null where the row is a scope.
    QAction* actionAt(const QModelIndex& index) const;

    /// The name of a row's scope; empty where the row is an action.
    QString scopeAt(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// The rows are those of what was typed last.
    void found();

private:
    /// A row: a number of an action or of a scope.
    struct Entry
    {
        int number = 0;
        bool isScope = false;
        int score = 0;
        std::size_t length = 0; ///< of the text: the shorter of two alike comes first
    };

    /// False: what is looked for is no longer wanted.
    using IsWanted = std::function<bool()>;

    static std::vector<Entry> best(std::vector<Entry> entries);
    static std::vector<Entry> withScopes(std::vector<Entry> entries, const ScopeCatalog& catalog, const QString& text,
        const std::string& typed, const IsWanted& isWanted = {});
    std::vector<Entry> actionsFor(const std::string& typed) const;
    void show(std::vector<Entry> entries);
    const Entry* entryAt(const QModelIndex& index) const;
    QString textOf(const Entry& entry) const;
    QString hintOf(const Entry& entry) const;
    void refreshScopes();
    void clear();

    const Workspace& m_workspace;
    QList<PaletteAction> m_actions;
    std::vector<Entry> m_entries;
    LatestTask m_finding;
};

} // namespace scopes
