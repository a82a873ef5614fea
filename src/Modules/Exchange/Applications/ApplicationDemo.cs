using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Applications;

/// <summary>示例市's applications, before its cases: what is granted to a unit then names its only one. They call from this machine, as the samples do.</summary>
internal sealed class ApplicationDemo(AskForAccess ask, DecideAccess decide, IOrganizationDirectory organizations) : IDemoPart
{
    private static readonly (string Unit, string Name, string Purpose)[] Admitted =
        [("市民政局", "社会救助综合平台", "核对家庭经济状况，办理社会救助，市民政局信息中心运维。"), ("市住建委", "住房保障审核系统", "审核住房保障申请，市住房保障中心运维。")];

    private static readonly (string Unit, string Name, string Purpose) Waiting = ("市教委", "入学一件事系统", "核对入学材料，市教委信息中心运维。");

    public int Order => 54;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var centre = new Actor(0, "赵强", units.Resolve("市大数据中心") ?? 0, "", new HashSet<string> { Roles.DataCentre });
        var made = 0;
        foreach (var (unit, name, purpose) in Admitted.Append(Waiting))
        {
            if (units.Resolve(unit) is not { } id) continue;
            var person = new Actor(0, "陈芳", id, unit, new HashSet<string> { Roles.Liaison });
            var asked = (await ask.Run(new ApplicationInput(name, purpose, "127.0.0.1\n::1"), person, cancel)).Value;
            if (name != Waiting.Name) _ = (await decide.Run(asked, 1, true, "来源地址和运维责任人已核对。", centre, cancel)).Value;
            made++;
        }
        await output.WriteLineAsync($"接入应用 applications: {made} 个");
    }
}
