namespace Qingdan.Platform.Jobs;

/// <summary>Looks once an hour, and at the start, for what a new day brings. Must do nothing the second time; what is slow it orders as a job.</summary>
public interface IRegularWork
{
    /// <summary>Looks.</summary>
    Task Run(CancellationToken cancel);
}
