package io.meshwork.messaging.boot;

import io.meshwork.messaging.web.KnownParameters;
import io.meshwork.messaging.web.Undecided;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the APIs of all services have in common. A service without a page of its own shows its API at its address. */
@Configuration(proxyBeanMethods = false)
class ApiPage implements WebMvcConfigurer {

    @Bean
    Undecided meshUndecided(Clock clock) {
        return new Undecided(clock);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters())
                .addPathPatterns("/api/v1/**")
                .excludePathPatterns("/api/v1/openapi/**");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/api");
    }
}
