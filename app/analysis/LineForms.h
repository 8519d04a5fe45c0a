#pragma once

#include <QStringView>

namespace scopes {

/// What the lines of a text look like: those of a settings file, or of YAML. Comments that begin with # do not count.
class LineForms
{
public:
    explicit LineForms(QStringView text);

    /// NAME=value in each line.
    bool areSettings() const { return m_settings > 0 && m_settings == m_lines; }

    /// 'name: value' or '- value' in each line, and a name with a list or without a value, or several names.
    bool areYaml() const { return m_yaml > 0 && m_yaml == m_lines && (m_names > 1 || m_lists > 0); }

    /// Several lines, several names, and what no list of a program's members has: a name without a value behind it.
    bool areSeveral() const { return m_lines > 1 && m_names > 1 && m_lists > 0; }

    /// 'name: value' or '- value' in some line.
    bool mayBeYaml() const { return m_yaml > 0; }

private:
    void add(QStringView line);

    int m_lines = 0;
    int m_settings = 0;
    int m_yaml = 0;
    int m_names = 0;
    int m_lists = 0; ///< names with a list
};

} // namespace scopes
