#pragma once

#include "workspace/Workspace.h"

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

namespace scopes {

/// An action, and what stands before its text: the title of its submenu, or nothing.
struct PaletteAction
{
    QString group;
    QPointer<QAction> action;
};

/// What a few typed letters find among actions and scopes, the best first, at most 50 rows. Nothing typed gives the actions.
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

    explicit PaletteModel(const Workspace& workspace, QObject* parent = nullptr);

    /// Those that are found from now on; those that are off are too, but marked as disabled. Nothing is typed then.
    void setActions(const QList<PaletteAction>& actions);

    void setTyped(const QString& typed);

    /// The action of a row; null where the row is a scope.
    QAction* actionAt(const QModelIndex& index) const;

    /// The name of a row's scope; empty where the row is an action.
    QString scopeAt(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    /// A row: a number of an action or of a scope.
    struct Entry
    {
        int number = 0;
        bool isScope = false;
        int score = 0;
        std::size_t length = 0; ///< of the text: the shorter of two alike comes first
    };

    void addActions(const std::string& typed, std::vector<Entry>& found) const;
    void addScopes(const QString& text, const std::string& typed, std::vector<Entry>& found) const;
    const Entry* entryAt(const QModelIndex& index) const;
    QString textOf(const Entry& entry) const;
    QString hintOf(const Entry& entry) const;
    void refreshScopes();
    void clear();

    const Workspace& m_workspace;
    QList<PaletteAction> m_actions;
    std::vector<Entry> m_entries;
};

} // namespace scopes
