#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace scopes {

/// What a person looked at: a tab, what was searched there, and the row.
struct Place
{
    int tab = 0;
    QString query = {};
    QString row = {}; ///< the name of a scope or of a part of a call; may be empty

    bool operator==(const Place&) const = default;
};

/// Where a person has been, to go back and forward as in a browser.
class PlaceHistory
{
public:
    /// No more places than that are kept; the oldest go.
    static constexpr std::size_t mostPlaces = 200;

    /// To be called before going elsewhere: @p now can be come back to, and what lay ahead is forgotten.
    void leave(const Place& now);

    /// Where to go, from @p now; none if there is nothing there.
    std::optional<Place> back(const Place& now) { return step(m_behind, m_ahead, now); }

    std::optional<Place> forward(const Place& now) { return step(m_ahead, m_behind, now); }

    void clear();

private:
    static std::optional<Place> step(std::vector<Place>& from, std::vector<Place>& to, const Place& now);

    std::vector<Place> m_behind;
    std::vector<Place> m_ahead;
};

} // namespace scopes
