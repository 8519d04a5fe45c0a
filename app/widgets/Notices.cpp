#include "widgets/Notices.h"

#include "widgets/Icons.h"

#include <QAccessible>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// One notice: an icon, the text, and the buttons.
class Notice : public QFrame
{
    Q_OBJECT

public:
    Notice(QString topic, const QString& text, QWidget* parent)
        : QFrame(parent)
        , m_topic(std::move(topic))
        , m_icon(new QLabel(this))
        , m_text(new QLabel(text, this))
        , m_layout(new QHBoxLayout(this))
    {
        setFrameShape(QFrame::StyledPanel);
        setAutoFillBackground(true);
        setBackgroundRole(QPalette::AlternateBase);
        m_text->setTextFormat(Qt::PlainText);
        m_text->setWordWrap(true);
        m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        setAccessibleName(text);
        m_layout->setContentsMargins(8, 4, 8, 4);
        m_layout->addWidget(m_icon);
        m_layout->addWidget(m_text, 1);
        chooseIcon();
    }

    const QString& topic() const { return m_topic; }

    QString text() const { return m_text->text(); }

    QPushButton* addButton(const QString& text)
    {
        auto* button = new QPushButton(text, this);
        button->setAutoDefault(false);
        m_layout->addWidget(button);
        return button;
    }

protected:
    void changeEvent(QEvent* event) override
    {
        QFrame::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            chooseIcon();
    }

private:
    void chooseIcon()
    {
        const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
        m_icon->setPixmap(themedIcon(u"dialog-information"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    }

    QString m_topic;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_layout;
};

} // namespace

Notices::Notices(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    hide();
}

void Notices::add(const QString& topic, const QString& text, const std::vector<NoticeChoice>& choices)
{
    dismiss(topic);
    auto* notice = new Notice(topic, text, this);
    for (const NoticeChoice& choice : choices) {
        connect(notice->addButton(choice.text), &QPushButton::clicked, this, [this, topic, act = choice.act] {
            dismiss(topic);
            act();
        });
    }
    connect(notice->addButton(tr("Dismiss")), &QPushButton::clicked, this, [this, topic] { dismiss(topic); });
    m_layout->addWidget(notice);
    setVisible(true);
    QAccessibleEvent alert(notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Notices::dismiss(const QString& topic)
{
    QWidget* notice = find(topic);
    if (notice == nullptr)
        return;
    m_layout->removeWidget(notice);
    notice->hide();
    notice->setParent(nullptr); // texts() no longer finds it, although a button of it may be on the stack
    notice->deleteLater();
    showIfNeeded();
}

void Notices::addPanel(QWidget* panel)
{
    panel->installEventFilter(this);
    m_layout->insertWidget(0, panel);
    showIfNeeded();
}

bool Notices::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        showIfNeeded();
    return QWidget::eventFilter(watched, event);
}

void Notices::showIfNeeded()
{
    bool isAnyShown = false;
    for (int i = 0; i < m_layout->count(); ++i)
        isAnyShown |= !m_layout->itemAt(i)->widget()->isHidden();
    setVisible(isAnyShown);
}

QStringList Notices::texts() const
{
    QStringList all;
    for (const Notice* notice : findChildren<Notice*>())
        all.append(notice->text());
    return all;
}

QWidget* Notices::find(const QString& topic) const
{
    for (Notice* notice : findChildren<Notice*>()) {
        if (notice->topic() == topic)
            return notice;
    }
    return nullptr;
}

} // namespace scopes

#include "Notices.moc"
