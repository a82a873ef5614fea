using Qingdan.Platform.Web;

namespace Qingdan.Standards.Contracts;

/// <summary>The headings of the navigation, in the order in which data flows.</summary>
public static class Menu
{
    /// <summary>工作台: what waits for me.</summary>
    public static NavSection Desk { get; } = new(0, "工作台");

    /// <summary>目录: what data there is.</summary>
    public static NavSection Catalog { get; } = new(1, "目录", Flow: true);

    /// <summary>需求: who needs what.</summary>
    public static NavSection Demands { get; } = new(2, "需求", Flow: true);

    /// <summary>清单: who must provide what, and what the law forbids.</summary>
    public static NavSection Lists { get; } = new(3, "清单", Flow: true);

    /// <summary>版次: what was issued.</summary>
    public static NavSection Editions { get; } = new(4, "版次", Flow: true);

    /// <summary>共享: who may use what.</summary>
    public static NavSection Sharing { get; } = new(5, "共享", Flow: true);

    /// <summary>监督: how well it goes.</summary>
    public static NavSection Oversight { get; } = new(6, "监督", Flow: true);

    /// <summary>规则: standards, profiles, calendar.</summary>
    public static NavSection Rules { get; } = new(7, "规则");

    /// <summary>系统: organizations, people, audit.</summary>
    public static NavSection System { get; } = new(8, "系统");
}
