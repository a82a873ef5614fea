using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Mounts;

/// <summary>Refusals that several use-cases share.</summary>
internal static class MountFaults
{
    public static readonly Fault NotFound = new("exchange.mount.not-found", "没有这个挂接，或者它不是您单位的。", null, FaultKind.NotFound);
    public static readonly Fault NotYours = new("exchange.mount.not-yours", "挂接由提供单位的数据联络员或者单位负责人办理。", null, FaultKind.Forbidden);
    public static readonly Fault ChangedMeanwhile = new("exchange.mount.changed", "别人先改了这个挂接。您填的没有丢，请看现在的内容再改。", null, FaultKind.Conflict);
    public static readonly Fault NoResource = new("exchange.mount.resource", "没有这个目录，或者它没有发布，或者不是您单位的。", "resource", FaultKind.NotFound);
    public static readonly Fault InService = new("exchange.mount.in-service", "挂接正在使用，先停用再改。", null, FaultKind.Conflict);
    public static readonly Fault NotInService = new("exchange.mount.not-in-service", "这个挂接没有在使用。", null, FaultKind.Conflict);
    public static readonly Fault Untried = new("exchange.mount.untried", "保存后还没有试调成功，请先试调。", null, FaultKind.Conflict);
    public static readonly Fault SecretLost = new("exchange.mount.secret-lost", "保存的密钥、口令或令牌打不开，请停用后重新填写；换过数据目录的，请找回其中的 exchange.key。", "secret", FaultKind.Conflict);
}
