#pragma once

#include "workspace/Workspace.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QComboBox;
class QLabel;
QT_END_NAMESPACE

namespace scopes {

class NoteLabel;

/// The choice of the output format, and what the provider says of it.
class FormatBox : public QWidget
{
    Q_OBJECT

public:
    explicit FormatBox(Workspace& workspace, QWidget* parent = nullptr);

    /// Leaves the source to the tooltip, where room is short.
    void setBrief(bool isBrief);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void choose(int row);
    void showChosen();
    void arrange();

    Workspace& m_workspace;
    QBoxLayout* m_row;
    QLabel* m_label;
    QComboBox* m_formats;
    NoteLabel* m_note;
    NoteLabel* m_source;
    QString m_sourceText; ///< may be empty
    bool m_isBrief = false;
    bool m_hasWidth = false; ///< texts are not measured before there is one: that costs a window's start
};

} // namespace scopes
