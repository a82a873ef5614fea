using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Standards.Declarations;

/// <summary>Chinese names of shapes.</summary>
internal static class ElementTexts
{
    public static string Shape(ElementShape shape) => shape switch
    {
        ElementShape.Text => "文本",
        ElementShape.Number => "数字",
        ElementShape.Date => "日期",
        ElementShape.Choice => "选项",
        ElementShape.Flag => "是否",
        _ => "引用",
    };
}
