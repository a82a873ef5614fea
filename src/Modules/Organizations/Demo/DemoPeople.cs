using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.Demo;

/// <summary>One person of the demo city; all are made up. <paramref name="Unit"/> is the organization code's body, empty for administrators of the system.</summary>
internal sealed record DemoPerson(string SignInName, string FullName, string Unit, string Role, string DeputyOf = "");

/// <summary>The demo city's people: the offices of the city, the three administrators, and units with all that sign.</summary>
internal static class DemoPeople
{
    /// <summary>Of every demo account. It is printed at the start, so it protects nothing; a real store begins without these accounts.</summary>
    public const string Password = "Qingdan-Demo-2026";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("authority", "李卫东", DemoUnits.Authority, Roles.Authority),
        new("authority-legal", "方正", DemoUnits.Authority, Roles.Legal),
        new("data-centre", "陈思远", DemoUnits.DataCentre, Roles.DataCentre),
        new("auditor", "周静", "00999001", Roles.Auditor),
        new("sysadmin", "郑凯", "", Roles.SystemAdmin),
        new("secadmin", "孙岚", "", Roles.SecurityAdmin),
        new("minzheng", "王敏", "00999012", Roles.Liaison),
        new("minzheng-b", "刘洋", "00999012", Roles.Liaison, "minzheng"),
        new("minzheng-head", "赵国安", "00999012", Roles.UnitHead),
        new("minzheng-legal", "钱立", "00999012", Roles.Legal),
        new("minzheng-secrecy", "冯谨", "00999012", Roles.Secrecy),
        new("gongan", "何志强", "00999020", Roles.Liaison),
        new("gongan-head", "高峰", "00999020", Roles.UnitHead),
        new("gongan-secrecy", "许严", "00999020", Roles.Secrecy),
        new("renshe", "林晓", "00999039", Roles.Liaison),
        new("renshe-head", "马建国", "00999039", Roles.UnitHead),
        new("shichang", "罗兰", "00999071", Roles.Liaison),
        new("shichang-head", "梁宏", "00999071", Roles.UnitHead),
        new("weijian", "宋佳", "00999119", Roles.Liaison),
        new("gongjijin", "沈悦", "00999098", Roles.Liaison),
        new("zhujian", "唐磊", "00999135", Roles.Liaison),
        new("tongji", "韩冰", "00999178", Roles.Liaison),
        new("tongji-legal", "曹衡", "00999178", Roles.Legal),
        new("dongan", "谢东", "00999301", Roles.Liaison),
        new("dongan-head", "董成", "00999301", Roles.UnitHead),
        new("wutong", "苏禾", "00999344", Roles.Liaison),
        new("wutong-head", "陆平", "00999344", Roles.UnitHead),
        new("shuiwu", "于波", "00999401", Roles.Liaison),
        new("water", "江涛", "00999501", Roles.Liaison),
    ];
}
