#pragma once

#include <QStringList>

namespace scopes {

/// The calls that are made, with the fields and parameter values that they are made with, by name: 'user.info',
/// 'user.info#open_id', 'post.content.init?post_mode=DIRECT_POST'. A set, kept sorted, so that its order tells nothing. Names
/// that no catalog knows are kept. A field or value stands for its call as well.
class CallSelection
{
public:
    CallSelection() = default;

    /// In any order; each counts once, and an empty one not at all.
    explicit CallSelection(const QStringList& names);

    bool isEmpty() const { return m_names.isEmpty(); }

    qsizetype size() const { return m_names.size(); }

    /// Sorted by code unit, each once.
    const QStringList& names() const { return m_names; }

    /// Takes logarithmic time.
    bool contains(const QString& name) const;

    void insert(const QStringList& names);
    void remove(const QStringList& names);
    void remove(const CallSelection& other);

    bool operator==(const CallSelection&) const = default;

private:
    QStringList m_names;
};

} // namespace scopes
