namespace Qingdan.Lists.Contracts;

/// <summary>使用情况: which demands lead to a use. Those who keep the cases answer.</summary>
public interface IUsedDemands
{
    /// <summary>The demands whose data may be used now, or that were handled at some time since an instant.</summary>
    Task<IReadOnlySet<long>> Since(DateTimeOffset instant, CancellationToken cancel);
}
