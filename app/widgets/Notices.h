#pragma once

#include <QWidget>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace scopes {

/// What a notice offers to do.
struct NoticeChoice
{
    QString text; ///< with its mnemonic
    std::function<void()> act;
};

/// Quiet messages above the content that stay until they are answered or dismissed, the newest last, and wait for nobody.
class Notices : public QWidget
{
    Q_OBJECT

public:
    explicit Notices(QWidget* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

    /// Shows @p text (plain) with @p choices and a button that dismisses it. A notice of the same @p topic is replaced.
    void add(const QString& topic, const QString& text, const std::vector<NoticeChoice>& choices = {});

    /// Takes the notice of that topic away, if there is one.
    void dismiss(const QString& topic);

    /// True while there is a notice of that topic.
    bool isShown(const QString& topic) const { return find(topic) != nullptr; }

    /// Puts a widget above the notices that shows and hides itself.
    void addPanel(QWidget* panel);

    /// The texts that are shown, in order.
    QStringList texts() const;

private:
    QWidget* find(const QString& topic) const;
    void showIfNeeded();

    QVBoxLayout* m_layout;
};

} // namespace scopes
