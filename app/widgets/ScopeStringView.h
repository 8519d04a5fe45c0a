#pragma once

#include <QPlainTextEdit>

namespace scopes {

/// A string as it will be copied: read-only, wrapped, from left to right. What is selected is copied exactly.
class ScopeStringView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ScopeStringView(QWidget* parent = nullptr);

    void setString(const QString& text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    QMimeData* createMimeDataFromSelection() const override;
    void changeEvent(QEvent* event) override;

private:
    int heightOf(int lines) const;
    void useFixedFont();

    QString m_string;
    bool m_hasFixedFont = false; ///< from the first string on: reading a second font would delay the window's first picture
};

} // namespace scopes
