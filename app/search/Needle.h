#pragma once

#include <string>

namespace scopes {

/// A folded text to be found in other folded texts, prepared so that each search is fast.
class Needle
{
public:
    /// @p text is what fold() gives, not empty.
    explicit Needle(std::string text);

    /// The first occurrence that lies wholly in [@p from, @p end); @p end if there is none.
    const char* find(const char* from, const char* end) const;

    bool isIn(std::string_view text) const { return find(text.data(), text.data() + text.size()) != text.data() + text.size(); }

private:
    const char* findPlain(const char* from, const char* end) const;

    std::string m_text;
    // The two places that hold the rarest bytes: most texts are ruled out by looking at these alone.
    std::size_t m_rarest = 0;
    std::size_t m_secondRarest = 0;
};

} // namespace scopes
