using Microsoft.Extensions.Configuration;

namespace Qingdan.Workflow.Notices.Deliveries.Hooks;

/// <summary>From the configuration under <c>Hooks</c>.</summary>
/// <param name="AllowLocal">True where addresses of this machine and of its link may be told, for a receiver beside the program.</param>
internal sealed record HookOptions(bool AllowLocal)
{
    /// <summary>Reads them.</summary>
    public static HookOptions Read(IConfiguration configuration) => new(configuration.GetValue("Hooks:AllowLocal", false));
}
