#pragma once

#include "widgets/TreePlace.h"

#include <QObject>

#include <tuple>

namespace scopes {

/// Brings the user back to the same rows of a pane when another version of its catalog is shown. A large one is sorted and
/// searched later, which changes all rows once more: they are gone back to then, unless the user went elsewhere meanwhile.
class PlaceKeeper : public QObject
{
    Q_OBJECT

public:
    /// Made after the pane's begin(), so that its tree has shown a change first. Is the pane's.
    explicit PlaceKeeper(CatalogPane& pane);

    /// To be called before the catalog changes.
    void remember();

    /// To be called when it has changed.
    void goBack();

private:
    /// The current row's key, the first row in sight by its place, how many ranges of rows are selected.
    using Whereabouts = std::tuple<int, int, qsizetype>;

    Whereabouts whereabouts() const;
    bool isUnfinished() const;
    void onAboutToChange();
    void onChanged();

    CatalogPane& m_pane; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    TreePlace m_place;
    bool m_isLate = false; ///< the rows will change once more
    Whereabouts m_arrival; ///< where the user was brought
};

} // namespace scopes
