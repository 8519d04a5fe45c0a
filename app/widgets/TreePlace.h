#pragma once

#include <QModelIndex>
#include <QString>

#include <vector>

namespace scopes {

class CatalogPane;

/// Where the user is in a tree of what exists, by names, so that it can be found again in another version of the catalog.
struct TreePlace
{
    /// A group by its key, anything else by its name.
    struct Row
    {
        QString name;
        bool isGroup = false;
    };

    Row current; ///< without a name: none
    Row top; ///< the first row in sight
    bool isCurrentInSight = false;
    std::vector<Row> selected; ///< none if they are more than CatalogTreeView::mostRowsKept
    std::vector<Row> open; ///< rows within groups that are open, of the first mostRows; the view remembers groups

    static constexpr int mostRows = 10'000;
};

/// Where the user is now.
TreePlace placeIn(CatalogPane& pane);

/// Goes there, as far as the rows are still there. Where the current row is gone, the first row becomes current.
void goTo(CatalogPane& pane, const TreePlace& place);

} // namespace scopes
