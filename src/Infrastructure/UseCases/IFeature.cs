namespace MyBudget.Infrastructure.UseCases;

/// <summary>What a feature adds to the container beyond what is found by scanning; its module implements it.</summary>
public interface IFeature
{
    static abstract void AddServices(IServiceCollection services);
}
