using System.Net;
using System.Text;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;
using Qingdan.Workflow.Notices.Reading;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>Notices as one mail, in the person's language, as text and as HTML.</summary>
internal sealed class MailText(Dictionaries dictionaries, MailOptions options)
{
    /// <summary>Subject and body.</summary>
    public (string Title, MailBody Body) Write(IReadOnlyList<Notice> notices, string name, bool english)
    {
        var t = new Translator(dictionaries) { English = english };
        var (text, html) = (new StringBuilder(), new StringBuilder());
        var greeting = t["{0}：您有 {1} 条通知。", name, notices.Count];
        text.AppendLine(greeting).AppendLine();
        html.Append("<!DOCTYPE html><html lang=\"").Append(t.Tag).Append("\"><body><p>").Append(Html(greeting)).Append("</p><ul>");
        foreach (var notice in notices)
        {
            var (sentence, link) = (t[notice.Text, [.. FindNotices.Values(notice.Args)]], options.Site.Length > 0 ? options.Site + notice.Href : "");
            text.Append("- ").Append(Shown.Instant(notice.At)).Append(' ').AppendLine(sentence);
            if (link.Length > 0) text.Append("  ").AppendLine(link);
            html.Append("<li>").Append(Shown.Instant(notice.At)).Append(' ').Append(link.Length > 0 ? $"<a href=\"{Html(link)}\">{Html(sentence)}</a>" : Html(sentence)).Append("</li>");
        }
        var end = t["这封邮件由系统发出，请不要回复。多久发一次、用哪种语言，在“待阅”的“邮件设置”里改。"];
        text.AppendLine().AppendLine(end);
        html.Append("</ul><p>").Append(Html(end)).Append("</p></body></html>");
        var title = notices.Count == 1 ? t[notices[0].Text, [.. FindNotices.Values(notices[0].Args)]] : t["您有 {0} 条通知", notices.Count];
        return (t["【清单】{0}", title], new MailBody(text.ToString(), html.ToString()));
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
